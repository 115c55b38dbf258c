/**
 * Links in which authors name an entry themselves: `[words](glossary:id)`, and
 * `[words](glossary)` where the words are its name.
 */
import {referenceIn} from '../documents/reference-address.js';
import {ChangedDocumentError} from './changed-document-error.js';
import {Inserted} from './insertions.js';
import type {Lexicon} from './lexicon.js';
import {type Markup, markupFor} from './markup.js';
import type {LinkedText, LinkedWords, UnknownReference} from './result.js';
import type {Form} from './settings.js';

/** For authors, wherever it is reported. */
export const unknownMessage = (reference: string): string =>
  `there is no term "${reference}"`;

/** A document whose references of authors are resolved. */
export interface WithReferences {
  readonly text: string;
  readonly links: readonly LinkedWords[];
  readonly withoutAddress: readonly string[];
  readonly unknown: readonly UnknownReference[];
  /** Where an offset of the text is in the document as it was. */
  readonly offsetIn: (offset: number) => number;
}

/** A quick test that rules out nearly all documents without such links. */
const MAY_HAVE_REFERENCES = /[("'<=:][\s>]*glossary(?:[:)\s"'>]|$)/i;

/** What becomes of an author's link. */
export type Resolved =
  | {readonly ids: readonly string[]; readonly markup: Markup}
  /** The form wants an address, which the entry does not have. */
  | {readonly ids: readonly string[]; readonly markup: undefined}
  /** It names nothing. */
  | {readonly unknown: string};

/** @returns `undefined` for a link that is not such a reference. */
export const resolveReference = (
  href: string | undefined,
  words: string,
  lexicon: Lexicon,
  form: Form,
): Resolved | undefined => {
  const id = referenceIn(href);
  if (id === undefined) return undefined;
  const ids = id ? lexicon.idsOf(id) : lexicon.named(words);
  if (!ids.length) return {unknown: id || words};
  const [first = '', ...others] = ids;
  const address = others.length ? undefined : lexicon.addressOf(first);
  return {ids, markup: markupFor(ids.join(' '), address, form)};
};

/** A link in a source, and what is to stand in the place of its ends. */
export interface Replacement {
  readonly start: number;
  /** Its words in the source. */
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** A source in which links have other ends. */
interface Replaced {
  readonly text: string;
  /** Knows what of the text was put in. */
  readonly inserted: Inserted;
  /** Where an offset of the text is in the source. */
  readonly offsetIn: (offset: number) => number;
}

/** @param replacements In the order of the source, none inside another. */
const replaceEnds = (
  source: string,
  replacements: readonly Replacement[],
): Replaced => {
  let words = '';
  let from = 0;
  const insertions = replacements.map((replacement) => {
    const {start, innerStart, innerEnd, end, before, after} = replacement;
    words += source.slice(from, start);
    const at = words.length;
    words += source.slice(innerStart, innerEnd);
    from = end;
    return {start: at, end: words.length, before, after, addition: ''};
  });
  const inserted = new Inserted(words + source.slice(from), insertions);
  const offsetIn = (offset: number): number => {
    let shift = 0;
    for (const replacement of replacements) {
      const {start, innerStart, innerEnd, end, before, after} = replacement;
      if (offset <= start + shift) break;
      const length = before.length + innerEnd - innerStart + after.length;
      shift += length - (end - start);
    }
    return offset - shift;
  };
  return {text: inserted.text, inserted, offsetIn};
};

/** A link that may be a reference. */
export interface LinkInSource {
  readonly href: string | undefined;
  readonly words: string;
  /** Where it starts in the source. */
  readonly offset: number;
  /** Whether its author gave it more than an address, which it keeps. */
  readonly isOwn: boolean;
}

/** What is to be written for a reference. */
export interface ResolvedReference extends LinkInSource {
  readonly ids: readonly string[];
  readonly markup: Markup;
}

/** What a document says, without the elements at these places. */
export type OutlineReader = (
  text: string | undefined,
  known: Pick<Inserted, 'has' | 'additionAt'>,
) => string;

/** Collects the references of one document, and writes it with them resolved. */
export class References {
  readonly #links: LinkedWords[] = [];
  readonly #withoutAddress: string[] = [];
  readonly #unknown: UnknownReference[] = [];
  readonly #replacements: Replacement[] = [];

  constructor(
    readonly source: string,
    readonly lexicon: Lexicon,
    readonly form: Form,
  ) {}

  /** Whether it is worth it to parse the source. */
  get mayBeThere(): boolean {
    return MAY_HAVE_REFERENCES.test(this.source);
  }

  /**
   * @returns `undefined` for a link that stays as it is: it is not a reference,
   * it names nothing, or its entry does not have the address that it wants.
   */
  resolve(link: LinkInSource): ResolvedReference | undefined {
    const {href, words, offset, isOwn} = link;
    const form = isOwn ? 'link' : this.form;
    const resolved = resolveReference(href, words, this.lexicon, form);
    if (!resolved) return undefined;
    if ('unknown' in resolved) {
      this.#unknown.push({offset, reference: resolved.unknown});
      return undefined;
    }
    const {ids, markup} = resolved;
    if (!markup) {
      this.#withoutAddress.push(...ids);
      return undefined;
    }
    return {...link, ids, markup};
  }

  /** In the order of the source. */
  replace(
    {words, offset, ids}: ResolvedReference,
    replacement: Replacement,
  ): void {
    this.#replacements.push(replacement);
    this.#links.push({offset, words, reference: ids.join(' ')});
  }

  /**
   * @param outlineOf Reads a text, `undefined` for the source.
   * @throws {ChangedDocumentError} Where anything else would change.
   */
  written(outlineOf: OutlineReader): WithReferences {
    const replacements = this.#replacements;
    const {text, inserted, offsetIn} = replaceEnds(this.source, replacements);
    const [first] = replacements;
    if (first) {
      const starts = new Set(replacements.map(({start}) => start));
      const before = outlineOf(undefined, {
        has: (offset) => starts.has(offset ?? -1),
        additionAt: () => '',
      });
      if (outlineOf(text, inserted) !== before)
        throw new ChangedDocumentError(first.start);
    }
    return {
      text,
      links: this.#links,
      withoutAddress: this.#withoutAddress,
      unknown: this.#unknown,
      offsetIn,
    };
  }
}

/** What a linker found in a document, with what was resolved before. */
export const withResolved = (
  {links, kept, withoutAddress}: Omit<LinkedText, 'text' | 'unknown'>,
  resolved: WithReferences,
): Omit<LinkedText, 'text'> => ({
  links: [...resolved.links, ...links].sort((a, b) => a.offset - b.offset),
  // What was resolved just now reads as if it had been there.
  kept: Math.max(0, kept - resolved.links.length),
  withoutAddress: [...new Set([...resolved.withoutAddress, ...withoutAddress])],
  unknown: resolved.unknown,
});
