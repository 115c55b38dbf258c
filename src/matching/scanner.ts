import {foldName} from '../glossary/fold.js';
import {
  COMPLEX,
  FOLDED,
  HANGUL,
  IGNORED,
  KIND,
  learnTraits,
  MARK,
  REORDERS,
  TRAITS,
  WIDE,
  WORD,
  GAP,
} from './characters.js';

/**
 * UTF-16 units of the longest word that can be found; longer ones in a text or
 * a glossary are left out.
 */
export const LONGEST_WORD = 100;

/**
 * Reads the words of a text one after the other, each folded as it is read.
 * It makes no strings and visits every character once, but for words that
 * cannot be folded letter by letter (an `ß`, a separate accent).
 *
 * A word is a run of letters, digits, marks and underscores; a run of Hangul;
 * one letter of a script that writes no spaces; or any other character that is
 * neither space nor hyphen. Invisible characters are read over.
 */
export class Scanner {
  /** Offsets of the current word in the text. */
  start = 0;
  end = 0;
  /** Kind of the current word: `WORD`, `HANGUL`, `UNIT` or `SYMBOL`. */
  kind = 0;
  /** The folded word is `units` up to `length`, unless it is longer than they are. */
  length = 0;
  readonly units = new Uint16Array(LONGEST_WORD);
  /** Of the folded units, by `nextHash`. */
  hash = 0;
  text = '';
  #at = 0;

  /** @param seed What hashes begin with. */
  constructor(readonly seed: number) {}

  begin(text: string): void {
    this.text = text;
    this.#at = 0;
  }

  /** Reads on from there. */
  moveTo(offset: number): void {
    this.#at = offset;
  }

  /** Reads the next word; false at the end of the text. */
  next(): boolean {
    const {text, units} = this;
    const size = text.length;
    let at = this.#at;
    let traits: number;
    for (; ; at += traits & WIDE ? 2 : 1) {
      if (at >= size) {
        this.#at = at;
        return false;
      }
      traits = TRAITS[text.charCodeAt(at)] || learnTraits(text, at);
      const kind = traits & KIND;
      if (kind !== GAP && kind !== IGNORED) break;
    }
    this.start = at;
    const kind = (traits & KIND) === MARK ? WORD : traits & KIND;
    const runs = kind === WORD || kind === HANGUL;
    let flags = 0;
    let before = 0;
    let length = 0;
    let hash = this.seed;
    let end = at;
    for (;;) {
      const inner = traits & KIND;
      if (inner === IGNORED) {
        flags |= COMPLEX;
      } else if (inner === MARK || !length || (runs && inner === kind)) {
        flags |= traits;
        if (traits & before & REORDERS) flags |= COMPLEX;
        before = traits;
        const unit = traits >>> FOLDED;
        if (length < LONGEST_WORD) units[length] = unit;
        hash = nextHash(hash, unit);
        length++;
        end = at + (traits & WIDE ? 2 : 1);
      } else {
        break;
      }
      at += traits & WIDE ? 2 : 1;
      if (at >= size) break;
      traits = TRAITS[text.charCodeAt(at)] || learnTraits(text, at);
    }
    this.#at = at;
    this.end = end;
    this.kind = kind;
    this.length = length;
    this.hash = hash;
    if (flags & COMPLEX) this.#read(foldName(text.slice(this.start, end)));
    return true;
  }

  #read(folded: string): void {
    this.length = folded.length;
    this.hash = this.seed;
    if (this.length > LONGEST_WORD) return;
    for (let index = 0; index < this.length; index++) {
      const unit = folded.charCodeAt(index);
      this.units[index] = unit;
      this.hash = nextHash(this.hash, unit);
    }
  }
}

/** FNV-1a, over UTF-16 units. */
export const nextHash = (hash: number, unit: number): number =>
  Math.imul(hash ^ unit, 0x01000193);

const splitter = /* @__PURE__ */ new Scanner(0);

/** The words of a name, as they are written. */
export const splitName = (name: string): readonly string[] => {
  const words: string[] = [];
  splitter.begin(name);
  while (splitter.next()) words.push(name.slice(splitter.start, splitter.end));
  return words;
};
