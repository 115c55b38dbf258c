/**
 * The forms in which one Markdown page holds a glossary: a heading, a table row,
 * an item of a list or of a definition list for each term. Each form finds what
 * it can read as entries; the page is in the form that finds most.
 */
import type {
  Heading,
  ListItem,
  Nodes,
  Paragraph,
  Root,
  RootContent,
  Table,
} from 'mdast';
import {guessProperties} from '../reading/guess-property.js';

/** A part of the source, in UTF-16 units. */
export interface Part {
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
}

/** An entry as it stands in the page. */
export interface PageEntry {
  readonly line: number;
  readonly name: string;
  /** Further names, as a definition list has them. */
  readonly aliases?: readonly string[];
  /** By which the page leads to it, if it says so itself. */
  readonly id?: string | undefined;
  readonly abbreviation?: string | undefined;
  /** Its text. */
  readonly text: readonly Part[];
  /** Of a table: what else the row says, by property. */
  readonly cells?: ReadonlyMap<string, string>;
}

/** What a form finds in a page. */
interface Found {
  readonly entries: readonly PageEntry[];
  /** Text between entries that belongs to none of them. */
  readonly skipped?: readonly Skipped[];
}

interface Skipped {
  readonly line: number;
  /** For a report. */
  readonly what: string;
}

/** A page whose tree is read. */
export interface ParsedPage {
  readonly tree: Root;
  readonly source: string;
}

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;
const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

/** What a reader sees of a node. */
export const textOf = (root: Nodes): string => {
  let text = '';
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    else if (node.type === 'break') text += ' ';
    else if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--)
        stack.push(node.children[at]!);
  }
  return text.replace(/\s+/g, ' ').trim();
};

const partOf = (nodes: readonly Nodes[]): readonly Part[] =>
  nodes.length
    ? [
        {
          start: startOf(nodes[0]!),
          end: endOf(nodes.at(-1)!),
          line: lineOf(nodes[0]!),
        },
      ]
    : [];

const OWN_ID = /\s*\{#([^\s{}]{1,200})[^{}]*\}\s*$/;

const nameAndId = (text: string): Pick<PageEntry, 'name' | 'id'> => {
  const id = OWN_ID.exec(text)?.[1];
  const name = text.replace(OWN_ID, '').replace(/[\s¶#:]+$/, '');
  return {name, id};
};

/** A letter over its terms, or a part of a page that is about the page. */
const NO_TERM = /^(?:.|[\p{L}\d]\s?[-–—]\s?[\p{L}\d]|0-9|#)$/u;

/** Headings of a page between which no other one is as high. */
interface Section {
  readonly heading: Heading;
  readonly content: readonly RootContent[];
}

const sectionsAt = (tree: Root, depth: number): readonly Section[] => {
  const sections: {heading: Heading; content: RootContent[]}[] = [];
  let open: RootContent[] | undefined;
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth <= depth) {
      open = undefined;
      if (node.depth !== depth || NO_TERM.test(nameAndId(textOf(node)).name))
        continue;
      open = [];
      sections.push({heading: node, content: open});
    } else if (node.type !== 'thematicBreak' && node.type !== 'definition')
      open?.push(node);
  }
  return sections;
};

/** It is over other headings and says nothing itself: a group of terms. */
const isGroup = ({content: [first]}: Section): boolean =>
  !first || first.type === 'heading';

/**
 * Headings of one level that are letters, right above deeper headings: the terms
 * are below them, whatever stands beside the letters.
 */
const lettersAt = ({children}: Root, depth: number): number =>
  children.filter((node, index) => {
    const next = children[index + 1];
    return (
      node.type === 'heading' &&
      node.depth === depth &&
      NO_TERM.test(nameAndId(textOf(node)).name) &&
      next?.type === 'heading' &&
      next.depth > depth
    );
  }).length;

/**
 * The highest level of which most headings have a text of their own.
 *
 * @param level As the command line says it.
 */
export const headings = ({tree}: ParsedPage, level?: number): Found => {
  const depths = level === undefined ? [2, 1, 3, 4, 5, 6] : [level];
  for (const depth of depths) {
    const sections = sectionsAt(tree, depth);
    const groups = sections.filter(isGroup).length;
    if (
      level === undefined &&
      (sections.length < 2 ||
        groups * 2 > sections.length ||
        lettersAt(tree, depth) >= sections.length)
    )
      continue;
    const entries = sections.map(({heading, content}) => ({
      ...nameAndId(textOf(heading)),
      line: lineOf(heading),
      text: partOf(content),
    }));
    return {entries};
  }
  return {entries: []};
};

const HEAD_CELL = /^\s*$/;

/** Rows of tables whose first column is the name. */
export const tableRows = ({tree, source}: ParsedPage): Found => ({
  entries: tree.children
    .filter((node): node is Table => node.type === 'table')
    .flatMap(({children: [head, ...rows]}) => {
      const titles = head?.children.map(textOf) ?? [];
      if (titles.length < 2) return [];
      const properties = new Map(
        guessProperties(titles, new Set()).map(({property, name}) => [
          titles.indexOf(name),
          property,
        ]),
      );
      const nameAt =
        [...properties].find(([, own]) => own === 'name')?.[0] ?? 0;
      const summaryAt =
        [...properties].find(([, own]) => own === 'summary')?.[0] ??
        titles.findIndex((_, index) => index !== nameAt);
      return rows.flatMap((row) => {
        const cell = row.children[nameAt];
        const name = cell && textOf(cell);
        if (!name) return [];
        const text = row.children[summaryAt]?.children ?? [];
        const cells = new Map<string, string>();
        for (const [index, other] of row.children.entries()) {
          if (index === nameAt || index === summaryAt) continue;
          const key = properties.get(index) ?? titles[index] ?? '';
          const value = source.slice(startOf(other), endOf(other));
          if (!HEAD_CELL.test(key) && textOf(other))
            cells.set(key, value.replace(/^\||\|$/g, '').trim());
        }
        return [
          {...nameAndId(name), line: lineOf(row), text: partOf(text), cells},
        ];
      });
    }),
});

/** What may stand behind a name in a list: `**APY** (annual percentage yield)`. */
const BRACKET = /^[ \t]*\([^()\n]{1,200}\)(?=\s*[:：–—-])/;

/** What stands between a name in a list and its text. */
const SEPARATOR = /^\s*(?:[:：]|[-–—](?=\s))\s*/;

const NO_NAME = 'an item of a list that does not begin with a name';

/** Items of lists that begin with a name: `- **Term**: text`. */
export const listItems = ({tree, source}: ParsedPage): Found => {
  const entries: PageEntry[] = [];
  const skipped: Skipped[] = [];
  for (const list of tree.children) {
    if (list.type !== 'list') continue;
    const own: PageEntry[] = [];
    const others: Skipped[] = [];
    for (const item of list.children) {
      const entry = entryOf(item, source);
      if (entry) own.push(entry);
      else others.push({line: lineOf(item), what: NO_NAME});
    }
    // A list in which some items happen to begin with strong words is a list.
    if (own.length * 3 >= list.children.length * 2) {
      entries.push(...own);
      skipped.push(...others);
    } else
      skipped.push({
        line: lineOf(list),
        what: 'a list whose items do not begin with names',
      });
  }
  return {entries, skipped};
};

const entryOf = (item: ListItem, source: string): PageEntry | undefined => {
  const [paragraph, ...others] = item.children;
  if (paragraph?.type !== 'paragraph') return undefined;
  const [first] = paragraph.children;
  const isName =
    first?.type === 'strong' ||
    first?.type === 'inlineCode' ||
    first?.type === 'emphasis' ||
    first?.type === 'link';
  if (!isName) return undefined;
  const nameEnd = endOf(first);
  const all = source.slice(nameEnd, endOf(paragraph));
  const bracket = BRACKET.exec(all)?.[0] ?? '';
  const written = textOf(first) + bracket.replace(/[*_`]/g, '');
  const behind = all.slice(bracket.length);
  const separator = SEPARATOR.exec(behind)?.[0];
  if (separator === undefined && !/[:：]$/.test(written)) return undefined;
  const start =
    nameEnd + bracket.length + (separator ?? /^\s*/.exec(behind)![0]).length;
  const line = lineOf(paragraph);
  const text = [{start, end: endOf(paragraph), line}, ...partOf(others)];
  return {...nameAndId(written), line: lineOf(item), text};
};

const DEFINITION = /^[ \t]*:[ \t]+/;

/** `Term⏎: text`, with several names above and several texts below; also with an empty line between. */
export const definitions = ({tree, source}: ParsedPage): Found => {
  const entries: (PageEntry & {readonly text: Part[]})[] = [];
  const skipped: Skipped[] = [];
  let before:
    {readonly node: Paragraph; readonly names: readonly string[]} | undefined;
  /** The definition right before, which an indented text goes on. */
  let open: Part[] | undefined;
  const skip = (node: Nodes | undefined) => {
    if (node && entries.length)
      skipped.push({
        line: lineOf(node),
        what: 'a text between definitions that belongs to none',
      });
  };
  for (const node of tree.children) {
    if (node.type !== 'paragraph') {
      skip(before?.node);
      before = undefined;
      if (open && isIndented(node, source)) open.push(...partOf([node]));
      else {
        open = undefined;
        if (!SAYS_NOTHING.has(node.type)) skip(node);
      }
      continue;
    }
    const raw = source.slice(startOf(node), endOf(node));
    const lines = raw.split('\n');
    const first = lines.findIndex((line) => DEFINITION.test(line));
    if (first < 0) {
      skip(before?.node);
      before = {node, names: lines};
      open = undefined;
      continue;
    }
    if (first) skip(before?.node);
    const names = first ? lines.slice(0, first) : (before?.names ?? []);
    const [name = '', ...aliases] = names.map((line) =>
      line.replace(/[*_`]{1,3}/g, '').trim(),
    );
    const text: Part[] = [];
    let at = startOf(node);
    for (const [index, line] of lines.entries()) {
      const mark = DEFINITION.exec(line)?.[0].length;
      if (index >= first) {
        if (mark !== undefined)
          text.push({
            start: at + mark,
            end: at + line.length,
            line: lineOf(node) + index,
          });
        else text.push({...text.pop()!, end: at + line.length});
      }
      at += line.length + 1;
    }
    open = name ? text : undefined;
    if (name)
      entries.push({
        ...nameAndId(name),
        aliases,
        line: lineOf(first ? node : (before?.node ?? node)),
        text,
      });
    before = undefined;
  }
  skip(before?.node);
  return {entries, skipped};
};

/** What orders a page, and holds no text of an entry. */
const SAYS_NOTHING: ReadonlySet<Nodes['type']> = new Set([
  'heading',
  'thematicBreak',
  'definition',
]);

/** A text indented by four: code to Markdown, and to a definition list its next paragraph. */
const isIndented = (node: Nodes, source: string): boolean =>
  node.type === 'code' &&
  !/^\s*(?:`{3}|~{3})/.test(source.slice(startOf(node)));

const ABBREVIATION = /^\*\[([^\]\n]{1,100})\]:[ \t]+(\S.*)$/gm;

/** `*[ABBR]: What it stands for`. */
export const abbreviations = ({source}: ParsedPage): Found => {
  let line = 1;
  let from = 0;
  const entries = Array.from(source.matchAll(ABBREVIATION), (match) => {
    const [, abbreviation, name] = match;
    line += source.slice(from, match.index).split('\n').length - 1;
    from = match.index;
    return {
      line,
      name: name!.trim(),
      abbreviation: abbreviation!.trim(),
      text: [],
    };
  });
  return {entries};
};
