import type {Nodes, Root} from 'mdast';
import {BlockBuilder} from '../rich-text/block-builder.js';
import {
  type Converted,
  type ConvertOptions,
  type Dropped,
  richText,
} from '../rich-text/converted.js';
import {fromHtml} from '../html/to-rich-text.js';
import {isHostileMarkdown} from '../rich-text/hostile.js';
import {scriptText} from '../rich-text/scripts.js';
import {definitionsOf} from './definitions.js';
import {markdownParser} from './parse.js';
import {maskSurplus, unmaskSurplus} from './surplus.js';
import {toText} from 'term-elements/rich-text';
import {isWritten} from '../rich-text/write-rich-text.js';

/** `![[diagram.png]]` of note books is no term. */
const FILE = /\.(?:avif|gif|jpe?g|mp[34]|pdf|png|svg|webm|webp)$/i;

const REFERENCE = /\[\[([^\][|\n]{1,200})(?:\|([^\][\n]{1,500}))?\]\]/g;

/** `<br>`, as writers of Markdown without trailing spaces have it. */
const LINE_BREAK = /^<\/?br(?:\s[^<>]*)?\/?>$/i;

type Leave = () => void;

class Reader {
  readonly builder = new BlockBuilder();
  readonly dropped: Dropped[] = [];
  readonly #lists: {readonly ordered: boolean; readonly start: number}[] = [];
  /** A tag around the text that is read, until it ends or its paragraph does. */
  #script: 'sup' | 'sub' | undefined;
  /** Addresses of `[text][label]`. */
  readonly #definitions: ReadonlyMap<string, string>;

  constructor(
    readonly tree: Root,
    readonly options: ConvertOptions,
  ) {
    this.#definitions = definitionsOf(tree);
  }

  read(): void {
    const work: (Nodes | Leave)[] = this.tree.children.toReversed();
    for (let next = work.pop(); next; next = work.pop()) {
      if (typeof next === 'function') {
        next();
        continue;
      }
      const leave = this.#enter(next);
      if (!leave) continue;
      work.push(leave);
      if (!('children' in next)) continue;
      for (let at = next.children.length - 1; at >= 0; at--)
        work.push(next.children[at]!);
    }
  }

  #enter(node: Nodes): Leave | undefined {
    const {builder} = this;
    switch (node.type) {
      case 'text': {
        const text = unmaskSurplus(node.value);
        const script = this.#script;
        if (script) this.builder.text(scriptText(text, script));
        else this.#text(node, text);
        return undefined;
      }
      case 'inlineCode':
        builder.code(unmaskSurplus(node.value));
        return undefined;
      case 'break':
        builder.text(' ');
        return undefined;
      case 'emphasis':
      case 'strong':
        builder.open({type: node.type});
        return () => {
          builder.close();
        };
      case 'link':
        return this.#enterLink(node.url);
      case 'linkReference':
        return this.#enterLink(this.#definitions.get(node.identifier) ?? '');
      case 'list':
        return this.#enterList(node, node.ordered === true, node.start ?? 1);
      case 'listItem': {
        const {ordered, start} = this.#lists[0] ?? {ordered: false, start: 1};
        builder.item(ordered, start);
        return () => {
          builder.endItem();
        };
      }
      case 'heading':
        this.#drop(node, 'a heading: it is a strong paragraph now');
        builder.block();
        builder.open({type: 'strong'});
        return () => {
          builder.close();
          builder.block();
        };
      case 'tableCell':
        return () => {
          builder.text(' ');
        };
      case 'paragraph':
      case 'tableRow':
        return this.#enterBlock();
      case 'blockquote':
        this.#drop(node, 'a quotation: it is a paragraph now');
        return this.#enterBlock();
      case 'table':
        this.#drop(node, 'a table: its cells are text now');
        return this.#enterBlock();
      case 'code':
        this.#drop(node, 'a block of code: its lines are one now');
        builder.block();
        builder.code(unmaskSurplus(node.value));
        builder.block();
        return undefined;
      case 'html':
        this.#html(node, unmaskSurplus(node.value));
        return undefined;
      case 'image':
      case 'imageReference':
        this.#drop(node, 'a picture');
        return undefined;
      case 'footnoteDefinition':
      case 'footnoteReference':
        this.#drop(node, 'a footnote');
        return undefined;
      case 'delete':
        this.#drop(node, 'struck-out text: it is plain text now');
        return () => undefined;
      case 'thematicBreak':
        builder.block();
        return undefined;
      case 'definition':
        return undefined;
      default:
        return () => undefined;
    }
  }

  /** A text, with `[[term-id|label]]` in it. */
  #text(node: Nodes, value: string): void {
    let at = 0;
    for (const match of value.matchAll(REFERENCE)) {
      const id = match[1]!.trim();
      if (!id) continue;
      if (value[match.index - 1] === '!' && FILE.test(id)) {
        this.#drop(node, 'an embedded file');
        this.builder.text(value.slice(at, match.index - 1));
        at = match.index + match[0].length;
        continue;
      }
      this.builder.text(value.slice(at, match.index));
      this.builder.open({type: 'term', id});
      this.builder.text(match[2]?.trim() ?? id);
      this.builder.close();
      at = match.index + match[0].length;
    }
    this.builder.text(value.slice(at));
  }

  /** Tags say nothing here; what stands between those of a block is text. */
  #html(node: Nodes, value: string): void {
    if (/^<!--/.test(value)) return;
    if (LINE_BREAK.test(value)) {
      this.builder.text(' ');
      return;
    }
    const [, end, script] = /^<(\/?)(sup|sub)>$/i.exec(value) ?? [];
    if (script) {
      this.#script = end ? undefined : (script.toLowerCase() as 'sup' | 'sub');
      return;
    }
    this.#drop(node, 'HTML: its words are text now');
    const {text} = fromHtml(value);
    if (text !== undefined) this.builder.text(toText(text));
  }

  #enterBlock(): Leave {
    this.#script = undefined;
    this.builder.block();
    return () => {
      this.builder.block();
    };
  }

  #enterLink(url: string): Leave {
    this.builder.openLink(url, url ? this.options.termAt?.(url) : undefined);
    return () => {
      this.builder.close();
    };
  }

  #enterList(node: Nodes, ordered: boolean, start: number): Leave {
    if (this.#lists.length)
      this.#drop(node, 'a list in a list: they are one now');
    else this.builder.endList();
    this.#lists.push({ordered, start});
    return () => {
      this.#lists.pop();
      if (!this.#lists.length) this.builder.endList();
    };
  }

  #drop(node: Nodes, what: string): void {
    this.dropped.push({what, line: node.position?.start.line ?? 1});
  }
}

/**
 * Markdown (CommonMark and GitHub's tables, task lists and the like) as rich
 * text. A text that is in the subset already stays as it is written.
 */
export const fromMarkdown = (
  markdown: string,
  options: ConvertOptions = {},
): Converted => {
  if (isHostileMarkdown(markdown)) {
    const what =
      'markup that is nested too deeply to be read: it is plain text now';
    return {text: markdown, dropped: [{what, line: 1}]};
  }
  const tree = markdownParser.part(maskSurplus(markdown));
  const reader = new Reader(tree, options);
  reader.read();
  const blocks = reader.builder.end();
  const {dropped} = reader;
  const text = richText(blocks);
  const isOurs =
    !dropped.length && typeof text === 'object' && isWritten(markdown, blocks);
  return {text: isOurs ? {markdown} : text, dropped};
};
