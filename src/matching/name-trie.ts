import type {TermNames} from '../glossary/source.js';

/** What a sequence of words means. */
export interface Meaning {
  readonly term: TermNames;
  /** Of an abbreviation: what it abbreviates. */
  readonly fullName: string | undefined;
  readonly isAmbiguous: boolean;
  /** One English word in small letters, which may also be a verb in a text. */
  readonly mayBeVerb: boolean;
  /** How it has to be written, marks folded, one space between words; any way by default. */
  readonly written: readonly string[] | undefined;
}

const SLOT = 3;

/**
 * The names as a tree of word numbers. The nodes behind first words are in a
 * list of their own, since nearly every word of a text is asked for there; the
 * edges of all others are in one hash table: node, word, node behind. There is
 * no node 0, so 0 is a free slot.
 */
export class NameTrie {
  #edges: Int32Array;
  #mask: number;
  #size = 0;
  /** Of each node, the last one of its meanings; 0 if it has none. */
  readonly #last: number[] = [0];
  readonly #meanings: (Meaning | undefined)[] = [undefined];
  /** Of each meaning, the one before it of the same words. */
  readonly #before: number[] = [0];
  /** By word, the node behind it as the first of a name. */
  readonly #first: number[] = [];

  /** @param expected Edges to have room for, so that it need not grow at once. */
  constructor(expected: number) {
    let slots = 1024;
    while (slots < expected * 2) slots *= 2;
    this.#mask = slots - 1;
    this.#edges = new Int32Array(slots * SLOT);
  }

  /** The node behind the first word of a name; 0 if no name begins with it. */
  first(word: number): number {
    return this.#first[word] ?? 0;
  }

  /** The node behind a word that follows; 0 if there is no such node. */
  child(node: number, word: number): number {
    return this.#edges[this.#slot(node, word) + 2]!;
  }

  /** Whether the words up to a node mean something. */
  hasMeaning(node: number): boolean {
    return this.#last[node] !== 0;
  }

  /** What the words up to a node mean, in the order in which it was added. */
  meanings(node: number): readonly Meaning[] {
    const found: Meaning[] = [];
    for (let at = this.#last[node]!; at; at = this.#before[at]!) {
      found.push(this.#meanings[at]!);
    }
    return found.reverse();
  }

  /** @param words At least one. */
  add(words: readonly number[], meaning: Meaning): void {
    let node = this.#begun(words[0]!);
    for (let index = 1; index < words.length; index++) {
      node = this.#grown(node, words[index]!);
    }
    this.#before.push(this.#last[node]!);
    this.#last[node] = this.#meanings.push(meaning) - 1;
  }

  #begun(word: number): number {
    // Words come in any order, and an array without holes is fast.
    while (this.#first.length <= word) this.#first.push(0);
    return (this.#first[word] ||= this.#last.push(0) - 1);
  }

  #grown(node: number, word: number): number {
    const slot = this.#slot(node, word);
    const known = this.#edges[slot + 2]!;
    if (known) return known;
    const child = this.#last.push(0) - 1;
    this.#edges[slot] = node;
    this.#edges[slot + 1] = word;
    this.#edges[slot + 2] = child;
    if (++this.#size * 2 > this.#mask) this.#grow();
    return child;
  }

  /** Where the edge is, or would be. */
  #slot(node: number, word: number): number {
    const edges = this.#edges;
    let hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
    hash ^= hash >>> 15;
    for (; ; hash++) {
      const slot = (hash & this.#mask) * SLOT;
      if (
        !edges[slot + 2] ||
        (edges[slot] === node && edges[slot + 1] === word)
      ) {
        return slot;
      }
    }
  }

  #grow(): void {
    const old = this.#edges;
    this.#mask = this.#mask * 2 + 1;
    this.#edges = new Int32Array(old.length * 2);
    for (let from = 0; from < old.length; from += SLOT) {
      if (!old[from + 2]) continue;
      const slot = this.#slot(old[from]!, old[from + 1]!);
      this.#edges.set(old.subarray(from, from + SLOT), slot);
    }
  }
}
