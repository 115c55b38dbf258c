import type {Glossary} from 'term-elements/glossary';
import {findLinks, type FoundLinks, type Link} from './find-links.js';
import type {Lexicon, LexiconOptions} from './lexicon.js';
import {type Markup, markupOf} from './markup.js';
import type {Open, Reading} from './reader.js';
import {parseSelector} from './selector.js';
import type {Form, LinkSettings} from './settings.js';
import type {TextRun} from './text-run.js';
import {addressOf, writtenWith} from './written.js';

/** How a document is linked. */
export interface DocumentSettings extends LinkSettings {
  /**
   * Selectors of further elements to leave alone, in addition to code, links,
   * headings and the like.
   */
  readonly exclude?: string | undefined;
  /** Selectors of the only parts that are linked; all, where it is absent. */
  readonly within?: string | undefined;
}

/** How a document is linked, and with what. */
export interface DocumentOptions extends DocumentSettings, LexiconOptions {
  /** A glossary document: an object, as `JSON.parse` makes it of its file. */
  readonly glossary: Glossary;
}

/** A mention, and what is to be written around it. */
export interface MarkedLink<At> extends Link<At> {
  readonly markup: Markup;
}

/** The links of a document. */
export interface MarkedLinks<At> extends FoundLinks<At> {
  readonly links: readonly MarkedLink<At>[];
  /** Ids of terms that are named and not linked: the form wants an address. */
  readonly withoutAddress: readonly string[];
}

/** Text that a linker in the browser handles: that of a `<term-linker>`. */
export const isLinker = (element: Open): boolean =>
  element.name === 'term-linker' && element.attribute('for') === undefined;

/** What is left alone, by the selectors of an author. */
export const exclusionOf = (
  exclude: string | undefined,
): ((element: Open) => boolean) => {
  const isOwn = exclude?.trim() ? parseSelector(exclude) : undefined;
  return (element) => isLinker(element) || (isOwn?.(element) ?? false);
};

/**
 * The links that a document of any kind gets.
 *
 * @param read Reads the document.
 * @param form How a mention is written where the settings do not say it.
 * @param accepts Whether a mention can be linked where it stands.
 * @throws {SelectorError} Where `exclude` or `within` is no selector.
 */
export const linksOf = <At>(
  read: (reading: Reading) => readonly TextRun<At>[],
  lexicon: Lexicon,
  {exclude, within, as, first, limit, expand}: DocumentSettings,
  form: Form,
  accepts: (link: Omit<Link<At>, 'addition'>) => boolean = () => true,
): MarkedLinks<At> => {
  const withoutAddress = new Set<string>();
  const markup = ({mention}: Pick<Link<At>, 'mention'>) =>
    markupOf(mention, addressOf(mention, lexicon), as ?? form);
  const runs = read({
    isExcluded: exclusionOf(exclude),
    isIncluded: within?.trim() ? parseSelector(within) : undefined,
    written: writtenWith(lexicon),
  });
  const {links, kept} = findLinks(runs, {
    matcher: lexicon.matcher,
    first,
    limit,
    expand,
    accepts: (link) => {
      if (!accepts(link)) return false;
      if (markup(link)) return true;
      for (const {id} of link.mention.terms) withoutAddress.add(id);
      return false;
    },
  });
  return {
    links: links.map((link) => ({...link, markup: markup(link)!})),
    kept,
    withoutAddress: [...withoutAddress],
  };
};
