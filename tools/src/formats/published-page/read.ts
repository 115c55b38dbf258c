/**
 * Reads the Markdown form of a published area page: headline, questions,
 * cards, JSON-LD blocks, address. Every form of the family is recognised by its
 * content; what is not understood stays in `source` and goes back with it.
 *
 * Lines are cut with string searches, so that hostile lines cost no more than
 * their length.
 */
import {splitLines} from './lines.js';
import type {
  PageBlock,
  PageCard,
  PageQuestion,
  PageText,
  ReadPage,
} from './page.js';
import {parseBlock} from './parse-block.js';

const FENCE = '```';
const ADDRESS_LABEL = '**Original URL:**';
const DATA_HEADING = 'Raw Schema Data';

/** The text of a question or a card, while it is being collected. */
interface Open {
  readonly text: string[];
  close(text: string): void;
}

/** `[NAME](ADDRESS)`, whatever brackets the name has. */
const linkOf = (text: string): {name: string; url: string} | undefined => {
  if (!text.startsWith('[') || !text.endsWith(')')) return undefined;
  const middle = text.lastIndexOf('](');
  return middle < 1
    ? undefined
    : {
        name: text.slice(1, middle).trim(),
        url: text.slice(middle + 2, -1).trim(),
      };
};

export const readPage = (text: string, file: string): ReadPage =>
  readLines(splitLines(text), file);

export const readLines = (source: PageText, file: string): ReadPage => {
  const questions: PageQuestion[] = [];
  const cards: PageCard[] = [];
  const blocks: PageBlock[] = [];
  let headline: string | undefined;
  let headlineLine = 1;
  let url: string | undefined;
  let urlLine = 1;
  let open: Open | undefined;

  const close = () => {
    open?.close(open.text.join('\n').trim());
    open = undefined;
  };
  const heading = (title: string, line: number) => {
    close();
    const link = linkOf(title);
    if (link) {
      const card: PageCard = {...link, text: undefined, line};
      cards.push(card);
      open = {text: [], close: (text) => (card.text = text || undefined)};
    } else if (title !== DATA_HEADING) {
      const question: PageQuestion = {question: title, answer: '', line};
      questions.push(question);
      open = {text: [], close: (text) => (question.answer = text)};
    }
  };

  const {lines} = source;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!.trim();
    if (line.startsWith(FENCE)) {
      close();
      const end = fenceEnd(lines, index + 1);
      const content = lines.slice(index + 1, end);
      if (isJson(line, content)) {
        const value = parseBlock(content.join('\n'));
        blocks.push({value, lines: content, line: index + 2});
      }
      index = end;
    } else if (line.startsWith('# ') && headline === undefined) {
      headline = line.slice(2).trim();
      headlineLine = index + 1;
    } else if (line.startsWith('## ')) {
      heading(line.slice(3).trim(), index + 1);
    } else if (line === '---' || line.startsWith('# ')) {
      close();
    } else if (line.startsWith(ADDRESS_LABEL)) {
      close();
      url = line.slice(ADDRESS_LABEL.length).trim() || undefined;
      urlLine = index + 1;
    } else {
      open?.text.push(line);
    }
  }
  close();
  return {
    file,
    source,
    headline,
    headlineLine,
    url,
    urlLine,
    questions,
    cards,
    blocks,
  };
};

/** The line that closes a fence, or the end of the page. */
const fenceEnd = (lines: readonly string[], from: number): number => {
  let end = from;
  while (end < lines.length && !lines[end]!.trim().startsWith(FENCE)) end++;
  return end;
};

const isJson = (fence: string, content: readonly string[]): boolean => {
  const language = fence.slice(FENCE.length).trim().toLowerCase();
  if (language) return language.startsWith('json');
  return /^\s{0,20}[{[]/.test(content.find((line) => line.trim()) ?? '');
};
