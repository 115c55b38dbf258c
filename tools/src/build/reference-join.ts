import {
  addressKey,
  keyHash,
  localizeTerm,
  type Reference,
  type RemovedTerm,
  type Term,
} from 'term-elements/glossary';
import {Partitions} from './partitions.js';
import {keysOfReference} from './references.js';

/** What is stored of a term that others may refer to. */
type Target = readonly [
  id: string,
  name: string | null,
  url: string | null,
  /** Names by language, as in the document. */
  translations: Readonly<Record<string, {readonly name: string}>> | null,
];

/** The entry that refers; terms and areas may have the same ids. */
export type Asker = 'terms' | 'areas';

/** What the references of one entry name, by the references as written. */
export type Answers = ReadonlyMap<string, Target>;

const NONE: Answers = new Map();

/**
 * Bits of a Bloom filter of all references; with a million of them, one in
 * thirty terms is stored in vain.
 */
const FILTER_BITS = 25;

/**
 * Finds the terms that references name, though no index of all terms fits into
 * memory: questions and terms are parted by the hash of the key that they have
 * in common, and the answers by who has asked.
 */
export class ReferenceJoin {
  readonly #filter = new Uint8Array(2 ** (FILTER_BITS - 3));
  readonly #questions: Partitions;
  readonly #targets: Partitions;
  readonly #answers: Readonly<Record<Asker, Partitions>>;

  constructor(folder: string, bits: number) {
    const partitions = (name: string) => new Partitions(folder, name, bits);
    this.#questions = partitions('questions');
    this.#targets = partitions('targets');
    this.#answers = {
      terms: partitions('term-answers'),
      areas: partitions('area-answers'),
    };
  }

  ask(asker: Asker, id: string, references: Iterable<string>): void {
    for (const reference of references) {
      for (const [rank, key] of keysOfReference(reference).entries()) {
        const hash = keyHash(key);
        const bit = hash >>> (32 - FILTER_BITS);
        this.#filter[bit >>> 3]! |= 1 << (bit & 7);
        const text = JSON.stringify([key, asker, id, reference, rank]);
        this.#questions.add(hash, this.#questions.count, text);
      }
    }
  }

  /** After all that is asked: a term, and its place in the document. */
  offer(term: Term | RemovedTerm, order: number): void {
    if (!this.#questions.count) return;
    const offer = (key: string, rank: 0 | 1) => {
      const hash = keyHash(key);
      const bit = hash >>> (32 - FILTER_BITS);
      if (!key || !(this.#filter[bit >>> 3]! & (1 << (bit & 7)))) return;
      // An id goes before what other terms were called once.
      const text = JSON.stringify([key, rank, targetOf(term)]);
      this.#targets.add(hash, order, text);
    };
    offer(term.id, 0);
    if (term.name === null) return;
    for (const id of term.formerIds ?? []) offer(id, 1);
    if (term.url) offer(addressKey(term.url), 1);
  }

  /** After all is offered. */
  join(): void {
    const questions = this.#questions.read();
    for (const lines of this.#targets.read()) {
      const targets = [new Map<string, Target>(), new Map<string, Target>()];
      for (const {text} of lines) {
        const [key, rank, target] = JSON.parse(text) as [string, 0 | 1, Target];
        if (!targets[rank]!.has(key)) targets[rank]!.set(key, target);
      }
      for (const {text} of questions.next().value ?? []) {
        const [key, asker, id, reference, rank] = JSON.parse(text) as [
          string,
          Asker,
          string,
          string,
          number,
        ];
        const target = targets[0]!.get(key) ?? targets[1]!.get(key);
        if (!target) continue;
        const answer = JSON.stringify([id, reference, target]);
        this.#answers[asker].add(keyHash(id), rank, answer);
      }
    }
  }

  /** The answers, parted as the entries that have asked: by their ids. */
  *answers(asker: Asker): Generator<(id: string) => Answers, void> {
    for (const lines of this.#answers[asker].read()) {
      const all = new Map<string, Map<string, Target>>();
      for (const {text} of lines) {
        const [id, reference, target] = JSON.parse(text) as [
          string,
          string,
          Target,
        ];
        let own = all.get(id);
        if (!own) all.set(id, (own = new Map<string, Target>()));
        if (!own.has(reference)) own.set(reference, target);
      }
      yield (id) => all.get(id) ?? NONE;
    }
  }
}

const targetOf = (term: Term | RemovedTerm): Target => {
  if (term.name === null) return [term.id, null, null, null];
  const {id, name, url = null, translations} = term;
  const names = Object.entries(translations ?? {}).flatMap(([tag, texts]) =>
    texts.name ? [[tag, {name: texts.name}] as const] : [],
  );
  return [id, name, url, names.length ? Object.fromEntries(names) : null];
};

/**
 * The references as they stand in a record; `undefined` where there are none.
 *
 * @param language With names in it, as far as there are any.
 */
export const referenceRecord = (
  references: Iterable<string>,
  answers: Answers,
  language: string | undefined,
  own: string | undefined,
): Readonly<Record<string, Reference>> | undefined => {
  const found = new Map<string, Reference>();
  for (const reference of references) {
    const target = answers.get(reference);
    if (!target || target[1] === null) continue;
    const [id, , url] = target;
    const name = nameOf(target, language, own);
    if (id !== reference) found.set(reference, [name, url ?? '', id]);
    else found.set(reference, url === null ? [name] : [name, url]);
  }
  return found.size ? Object.fromEntries(found) : undefined;
};

const nameOf = (
  [id, name, , translations]: Target,
  language: string | undefined,
  own: string | undefined,
): string => {
  if (language === undefined || !translations) return name ?? '';
  const term: Term = {id, name: name ?? '', summary: '', translations};
  return localizeTerm(term, language, own).term.name;
};
