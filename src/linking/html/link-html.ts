import MagicString from 'magic-string';
import {parse} from 'parse5';
import type {Glossary} from '../../glossary/types.js';
import {findLinks} from '../find-links.js';
import {lexiconOf, type LexiconOptions} from '../lexicon.js';
import {markupOf} from '../markup.js';
import type {Open} from '../reader.js';
import type {LinkedText} from '../result.js';
import {parseSelector} from '../selector.js';
import type {LinkSettings} from '../settings.js';
import {addressOf, referenceOf, writtenWith} from '../written.js';
import {readTree} from './read.js';
import {HtmlPlaces, writeLink} from './write.js';

export interface LinkHtmlOptions extends LinkSettings, LexiconOptions {
  /** A glossary document. */
  readonly glossary: Glossary;
  /** Selectors of what is left alone, besides code, links, headings and the like. */
  readonly exclude?: string | undefined;
  /** Selectors of the only parts that are linked; all, where it is absent. */
  readonly within?: string | undefined;
}

/** The text of a `<term-linker>` is its own. */
const isLinker = (element: Open): boolean =>
  element.name === 'term-linker' && element.attribute('for') === undefined;

/**
 * Links the words of a page, or of a part of one, that name entries of a
 * glossary. Everything else stays byte for byte, and what is linked already
 * stays as it is: linking again changes nothing.
 *
 * @throws {SelectorError} Where `exclude` or `within` is no selector.
 * @throws {TypeError} Where the glossary is none.
 */
export const linkHtml = (
  html: string,
  options: LinkHtmlOptions,
): LinkedText => {
  const {glossary, exclude, within, as = 'both', ...settings} = options;
  const lexicon = lexiconOf(glossary, options);
  const isOwnExclusion = exclude?.trim() ? parseSelector(exclude) : undefined;
  const stretches = readTree(parse(html, {sourceCodeLocationInfo: true}), {
    isExcluded: (element) =>
      isLinker(element) || (isOwnExclusion?.(element) ?? false),
    isIncluded: within?.trim() ? parseSelector(within) : undefined,
    written: writtenWith(lexicon),
  });
  const places = new HtmlPlaces(html);
  const {links, kept} = findLinks(stretches, {
    ...settings,
    matcher: lexicon.matcher,
    accepts: (link) =>
      places.spanOf(link) !== undefined &&
      markupOf(link.mention, addressOf(link.mention, lexicon), as) !==
        undefined,
  });
  const edits = new MagicString(html);
  const linked = links.map((link) => {
    const {addition, mention, words} = link;
    const span = places.spanOf(link)!;
    const markup = markupOf(mention, addressOf(mention, lexicon), as)!;
    writeLink(edits, span, markup, addition);
    return {offset: span.start, words, reference: referenceOf(mention)};
  });
  return {text: edits.toString(), links: linked, kept};
};
