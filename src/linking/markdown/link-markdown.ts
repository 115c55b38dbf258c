import MagicString from 'magic-string';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';
import type {Glossary} from '../../glossary/types.js';
import {maskMarkdown} from '../../lint/document/mask.js';
import {maskMdx} from '../../lint/document/mdx.js';
import {findLinks} from '../find-links.js';
import {lexiconOf, type LexiconOptions} from '../lexicon.js';
import {markupOf} from '../markup.js';
import type {LinkedText} from '../result.js';
import type {LinkSettings} from '../settings.js';
import {addressOf, referenceOf, writtenWith} from '../written.js';
import {MarkdownPlaces} from './places.js';
import {type MarkdownNode, readMarkdown} from './read.js';
import {markdownAddress, textAround} from './write.js';

export interface LinkMarkdownOptions extends LinkSettings, LexiconOptions {
  /** A glossary document. */
  readonly glossary: Glossary;
  /** MDX: imports, exports, components and expressions are left alone. */
  readonly isMdx?: boolean | undefined;
}

const parse = (text: string): MarkdownNode =>
  fromMarkdown(text, {
    extensions: [gfm()],
    // Without what searches texts for addresses: it forgets where they stand.
    mdastExtensions: gfmFromMarkdown().map((extension) => ({
      ...extension,
      transforms: [],
    })),
  }) as MarkdownNode;

/**
 * Links the words of a Markdown document that name entries of a glossary, as
 * `[words](address)` unless another form is asked for. Everything else stays
 * byte for byte: front matter, code, headings, links, blocks of HTML, what
 * template languages have in braces. Linking again changes nothing.
 *
 * @throws {TypeError} Where the glossary is none.
 */
export const linkMarkdown = (
  text: string,
  options: LinkMarkdownOptions,
): LinkedText => {
  const {glossary, isMdx, as = 'link', ...settings} = options;
  const own = lexiconOf(glossary, options);
  const {matcher} = own;
  const lexicon = {
    matcher,
    addressOf: (id: string) => markdownAddress(own.addressOf(id)),
  };
  const masked = maskMarkdown(text).replace(/^\uFEFF/, ' ');
  const parsed = isMdx ? maskMdx(masked) : masked;
  const stretches = readMarkdown(parse(parsed), {
    written: writtenWith(lexicon),
  });
  const places = new MarkdownPlaces(text, parsed);
  const {links, kept} = findLinks(stretches, {
    ...settings,
    matcher,
    accepts: (link) =>
      places.spanOf(link) !== undefined &&
      markupOf(link.mention, addressOf(link.mention, lexicon), as) !==
        undefined,
  });
  const edits = new MagicString(text);
  const linked = links.map((link) => {
    const {addition, mention, words} = link;
    const {start, end} = places.spanOf(link)!;
    const markup = markupOf(mention, addressOf(mention, lexicon), as)!;
    const [before, after] = textAround(markup, addition, text[start - 1]);
    edits.appendRight(start, before);
    edits.appendLeft(end, after);
    return {offset: start, words, reference: referenceOf(mention)};
  });
  return {text: edits.toString(), links: linked, kept};
};
