/**
 * Writes a changed value over the JSON text that it came from: what did not
 * change keeps the letters it had, so that a diff shows what did.
 */
import {isObject} from 'term-elements/glossary';
import {getNodeValue, type Node, parseTree} from 'jsonc-parser';

/** The indentation of a JSON text, two spaces where it has none to show. */
export const indentOf = (text: string): string =>
  /\n([ \t]+)["\]}{[]/.exec(text.slice(0, 10_000))?.[1] ?? '  ';

/** @param text The JSON text that `value` is to replace. */
export const rewriteJson = (text: string, value: unknown): string => {
  const body = text.trim();
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const source = mark ? body.replace(/^\uFEFF/, '').trim() : body;
  const rewriter = new Rewriter(source, indentOf(text), lineEnd);
  const written = rewriter.write(value, parseTree(source), '');
  const tail = /\s$/.test(text) ? text.slice(text.trimEnd().length) : '';
  return mark + written + tail;
};

class Rewriter {
  constructor(
    readonly source: string,
    readonly indent: string,
    readonly lineEnd: string,
  ) {}

  write(value: unknown, node: Node | undefined, margin: string): string {
    if (node && sameJson(value, node)) {
      return this.source.slice(node.offset, node.offset + node.length);
    }
    const inner = margin + this.indent;
    if (Array.isArray(value)) {
      const known = counterparts(childrenOf(node, 'array'));
      const items = (value as unknown[]).map((item, index) =>
        this.write(item, known(item, index), inner),
      );
      return this.#enclose('[', items, ']', margin);
    }
    if (isObject(value)) {
      const known = new Map(
        childrenOf(node, 'object').map(({children}) => [
          children?.[0]?.value as string,
          children?.[1],
        ]),
      );
      const properties = Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(
          ([key, item]) =>
            `${JSON.stringify(key)}: ${this.write(item, known.get(key), inner)}`,
        );
      return this.#enclose('{', properties, '}', margin);
    }
    return JSON.stringify(value);
  }

  #enclose(open: string, items: string[], close: string, margin: string) {
    if (!items.length) return open + close;
    const gap = this.lineEnd + margin;
    const lines = items.map((item) => gap + this.indent + item).join(',');
    return open + lines + gap + close;
  }
}

const childrenOf = (node: Node | undefined, type: Node['type']) =>
  node?.type === type ? (node.children ?? []) : [];

/** Finds the item that stood for the same thing before, by its id or number. */
const counterparts = (known: readonly Node[]) => {
  const names = known.map((node) => nameOf(getNodeValue(node)));
  const byName = new Map(known.map((node, index) => [names[index], node]));
  return (item: unknown, index: number): Node | undefined => {
    const name = nameOf(item);
    return name === undefined || names[index] === name
      ? known[index]
      : byName.get(name);
  };
};

const nameOf = (value: unknown): unknown =>
  isObject(value) ? (value.id ?? value.number ?? value.term) : undefined;

/** The same value, its keys in the same order. */
const sameJson = (value: unknown, node: Node): boolean =>
  JSON.stringify(value) === JSON.stringify(getNodeValue(node));
