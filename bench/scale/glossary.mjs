/** Made-up glossaries of any size, written as they are made. The same each time. */
import {createWriteStream} from 'node:fs';
import {once} from 'node:events';

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
export const numbers = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

const SYLLABLES =
  'ba ce di fo gu ha ki lo mu na pe ri so tu va we xi yo za cor del fin gar hol jun kel lam mor nel pol quin ras sol tar ven wil'.split(
    ' ',
  );

/** A word for each number, two to four syllables. */
const wordOf = (number) => {
  let rest = number;
  let word = '';
  do {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  } while (rest > 0 || word.length < 4);
  return word;
};

const SHIFT = 10;

/** Words of a language: few are frequent, many are rare. */
export class Vocabulary {
  constructor(terms, random) {
    // Heaps' law: the words of names grow more slowly than the names.
    this.size = Math.round(60 * Math.sqrt(terms)) + 200;
    this.random = random;
  }

  /** The Zipf–Mandelbrot law: the most frequent word of names is one in a hundred. */
  word() {
    const spread = Math.log((this.size + SHIFT) / SHIFT);
    const rank = Math.floor(SHIFT * Math.exp(this.random() * spread) - SHIFT);
    return wordOf(rank + SYLLABLES.length);
  }

  words(count) {
    return Array.from({length: count}, () => this.word()).join(' ');
  }
}

const capitals = (text) =>
  text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

const SUMMARY = 160;

/** The terms, one after the other. */
export function* termsOf(count) {
  const random = numbers(count);
  const vocabulary = new Vocabulary(count, random);
  const names = new Set();
  const nameOf = () => {
    // Names are distinct: one that is taken gets another word.
    for (let name = vocabulary.words(random() < 0.5 ? 2 : 3); ;) {
      if (!names.has(name)) {
        names.add(name);
        return capitals(name);
      }
      name = `${name.split(' ').slice(0, 2).join(' ')} ${wordOf(Math.floor(random() * 2 ** 22))}`;
    }
  };
  for (let index = 0; index < count; index++) {
    const name = nameOf();
    const id = `${name.toLowerCase().replaceAll(' ', '-')}-${index.toString(36)}`;
    let summary = '';
    while (summary.length < SUMMARY) summary += `${vocabulary.word()} `;
    yield {
      id,
      name,
      aliases: [vocabulary.words(2), vocabulary.words(3)].map(capitals),
      summary: `${capitals(summary.slice(0, SUMMARY - 1))}.`,
      url: `https://glossary.example/term/${id}/`,
    };
  }
}

/**
 * @param changed Index of a term whose summary is another.
 * @returns Bytes of the file.
 */
export const writeGlossary = async (path, count, changed = -1) => {
  const file = createWriteStream(path);
  let text =
    '{"format":1,"name":"Scale","language":"en","url":"https://glossary.example/","terms":[';
  let index = 0;
  for (const term of termsOf(count)) {
    const written =
      index === changed
        ? {...term, summary: `Changed. ${term.summary.slice(9)}`}
        : term;
    text += `${index ? ',' : ''}\n${JSON.stringify(written)}`;
    index++;
    if (text.length < 1 << 20) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(`${text}\n]}\n`);
  await once(file, 'finish');
  return file.bytesWritten;
};
