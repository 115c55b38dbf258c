import type {MarkdownParser} from '../../documents/markdown/gfm.js';
import {markdownParser} from '../../documents/markdown/parse.js';
import {type Insertion, textWith} from '../insertions.js';
import {lexiconOf} from '../lexicon.js';
import {type DocumentOptions, linksOf} from '../links-of.js';
import type {LinkedText} from '../result.js';
import {maskTemplates} from '../templates.js';
import {withResolved} from '../references.js';
import {referenceOf} from '../written.js';
import {MarkdownPlaces} from './places.js';
import {type MarkdownNode, readMarkdown} from './read.js';
import {resolveInMarkdown} from './references.js';
import {verifyMarkdown} from './verify.js';
import {markdownAddress, textAround} from './write.js';

export interface LinkMarkdownOptions extends DocumentOptions {
  /** Of Markdown by default; `mdxParser` is that of MDX. */
  readonly parser?: MarkdownParser | undefined;
}

/**
 * Links the words of a Markdown document that name entries of a glossary, as
 * `[words](address)` unless another form is asked for. Everything else stays
 * byte for byte: front matter, code, headings, links, blocks of HTML, what
 * template languages have in braces. Linking again changes nothing.
 *
 * @throws {TypeError} If it is not a glossary.
 * @throws {MdxError} Where the text is MDX that does not parse.
 * @throws {ChangedDocumentError} Where links would change anything else.
 */
export const linkMarkdown = (
  source: string,
  {parser = markdownParser, ...options}: LinkMarkdownOptions,
): LinkedText => {
  const own = lexiconOf(options.glossary, options);
  const lexicon = {
    ...own,
    addressOf: (id: string) => markdownAddress(own.addressOf(id)),
  };
  const references = resolveInMarkdown(
    source,
    parser,
    lexicon,
    options.as ?? 'link',
  );
  const {text, offsetIn} = references;
  const {tree, parsed} = parser.document(text, maskTemplates);
  const places = new MarkdownPlaces(text, parsed, tree as MarkdownNode);
  const {links, kept, withoutAddress} = linksOf(
    (reading) => readMarkdown(tree as MarkdownNode, reading),
    lexicon,
    options,
    'link',
    (link) => places.spanOf(link) !== undefined,
  );
  const insertions: Insertion[] = [];
  const linked = links.map((link) => {
    const {addition, markup, mention, words} = link;
    const {start, end} = places.spanOf(link)!;
    const [before, after] = textAround(markup, addition, text[start - 1]);
    insertions.push({start, end, before, after, addition});
    return {offset: offsetIn(start), words, reference: referenceOf(mention)};
  });
  verifyMarkdown(tree as MarkdownNode, parsed, insertions, parser);
  return {
    text: textWith(text, insertions),
    ...withResolved({links: linked, kept, withoutAddress}, references),
  };
};
