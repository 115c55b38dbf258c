/** Markdown and MDX, read into a document. */
import type {Nodes, Parents} from 'mdast';
import {defaultTreeAdapter, html as htmlNames} from 'parse5';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx';
import {definitionsOf} from './definitions.js';
import type {MarkdownParser} from './gfm.js';
import {DocumentBuilder} from '../builder.js';
import type {LintDocument, Span} from '../document.js';
import {
  enterElement,
  enterInline,
  noteElement,
  readHtmlPart,
} from '../html/document.js';
import {INLINE, UNREAD_INLINE} from '../html/names.js';
import {childElements, type Element, parsePart} from '../html/tree.js';
import type {RunKind} from '../run.js';

/** @throws {MdxError} Where the document is MDX that does not parse. */
export const readMarkdownDocument = (
  file: string,
  source: string,
  parser: MarkdownParser,
): LintDocument => {
  const {tree, parsed} = parser.document(source);
  const builder = new DocumentBuilder(file, source, parsed, {
    namesHeadings: true,
  });
  new MarkdownReader(builder, tree).read();
  return builder.build();
};

const spanOf = ({position}: Nodes): Span => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
});

const nothing = () => undefined;

/** `[[term-id|label]]`, as rich text has it. */
const TERM_REFERENCE = /\[\[([^\][|\n]{1,200})(?:\|[^\][\n]{1,500})?\]\]/g;

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** What an expression would give is not known, so such attributes are left out. */
const elementOf = ({name, attributes}: Jsx, {start, end}: Span): Element => ({
  ...defaultTreeAdapter.createElement(
    name!,
    htmlNames.NS.HTML,
    attributes.flatMap((attribute) => {
      if (attribute.type !== 'mdxJsxAttribute') return [];
      const {name, value} = attribute;
      return typeof value === 'object' && value !== null
        ? []
        : [{name, value: value ?? ''}];
    }),
  ),
  sourceCodeLocation: {...PLACE, startOffset: start, endOffset: end},
});

/** Lines are not asked for. */
const PLACE = {startLine: 1, startCol: 1, endLine: 1, endCol: 1};

class MarkdownReader {
  /** Inline HTML whose end has not come, innermost last. */
  #tags: {name: string; leave: () => void}[] = [];
  readonly #definitions: ReadonlyMap<string, string>;

  constructor(
    readonly builder: DocumentBuilder,
    readonly tree: Parents,
  ) {
    this.#definitions = definitionsOf(tree);
  }

  /** Visits all nodes, without recursion; what `#enter` returns is called behind the children. */
  read(): void {
    const stack: (Nodes | (() => void))[] = [this.tree];
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (typeof next === 'function') {
        next();
        continue;
      }
      stack.push(this.#enter(next));
      const children: readonly Nodes[] =
        'children' in next ? next.children : [];
      for (let at = children.length - 1; at >= 0; at--) {
        stack.push(children[at]!);
      }
    }
  }

  #enter(node: Nodes): () => void {
    const {builder} = this;
    const span = spanOf(node);
    switch (node.type) {
      case 'text':
        builder.text(node.value, span);
        this.#references(node.value, span);
        return nothing;
      case 'inlineCode':
        builder.code(node.value, span);
        return nothing;
      case 'footnoteReference':
        builder.object(span);
        return nothing;
      case 'break':
        builder.object(span, '\n');
        return nothing;
      case 'image':
        builder.object(span);
        this.#link(span, node.url, node.alt ?? '', true);
        return nothing;
      case 'imageReference':
        builder.object(span);
        this.#reference(span, node.identifier, node.alt ?? '', true);
        return nothing;
      case 'strong':
        builder.open('strong');
        return () => void builder.close('strong');
      case 'link':
        builder.open('link');
        return () => this.#link(span, node.url, builder.close('link'), false);
      case 'linkReference':
        builder.open('link');
        return () =>
          this.#reference(span, node.identifier, builder.close('link'), false);
      case 'html':
        this.#html(node.value, span);
        return nothing;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.#jsx(node, span);
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        this.#expression(node.value, span);
        return nothing;
      case 'paragraph':
      case 'tableCell':
        return () =>
          this.#endBlock(node.type === 'tableCell' ? 'cell' : 'text');
      case 'heading':
        builder.section++;
        return () => this.#endBlock('heading');
      default:
        return nothing;
    }
  }

  /** An element of HTML is one here, too; of a component only the content is known. */
  #jsx(node: Jsx, span: Span): () => void {
    const {name} = node;
    if (!name || !/^[a-z][^.:]*$/.test(name)) return nothing;
    const start = node.children[0]?.position?.start.offset ?? span.end;
    const element = elementOf(node, {start: span.start, end: start});
    const {isRead, leave} = enterElement(element, this.builder, 0);
    if (isRead) return leave;
    this.builder.mute();
    return () => {
      this.builder.unmute();
      leave();
    };
  }

  #expression(code: string, span: Span): void {
    const comment = /^\s*\/\*+([^]*)\*\/\s*$/.exec(code)?.[1];
    if (comment === undefined || comment.includes('*/'))
      this.builder.object(span);
    else this.builder.comments.push({text: comment, ...span});
  }

  #endBlock(kind: RunKind): void {
    for (const {leave} of this.#tags.reverse()) leave();
    this.#tags = [];
    this.builder.endBlock(kind);
  }

  #link(span: Span, address: string, text: string, isImage: boolean): void {
    this.builder.link({...span, address, text, isImage});
  }

  #reference(span: Span, id: string, text: string, isImage: boolean): void {
    const address = this.#definitions.get(id);
    if (address !== undefined) this.#link(span, address, text, isImage);
  }

  #references(text: string, {start, end}: Span): void {
    const {references, section, parsed} = this.builder;
    if (!text.includes('[[')) return;
    const raw = parsed.slice(start, end);
    for (const match of raw.matchAll(TERM_REFERENCE)) {
      const from = start + match.index;
      references.push({
        kind: 'tip',
        id: match[1]!.trim(),
        start: from,
        end: from + match[0].length,
        section,
        isForeign: false,
      });
    }
  }

  /** A block of HTML, or one tag or comment inside a line. */
  #html(html: string, span: Span): void {
    const {builder} = this;
    const closed = /^<\/([a-z][\w-]*)/i.exec(html)?.[1]?.toLowerCase();
    if (closed) {
      const index = this.#tags.findLastIndex(({name}) => name === closed);
      if (index >= 0) this.#tags.splice(index, 1)[0]!.leave();
      return;
    }
    const name = /^<([a-z][\w-]*)/i.exec(html)?.[1]?.toLowerCase();
    const [element] = childElements(parsePart(html));
    const isOneTag =
      name !== undefined && element !== undefined && !/>[^]/.test(html);
    if (
      isOneTag &&
      UNREAD_INLINE.has(name) &&
      !/^<(img|input|embed)\b/i.test(html)
    ) {
      builder.mute();
      this.#tags.push({name, leave: () => builder.unmute()});
      return;
    }
    if (!isOneTag || !INLINE.has(name)) {
      // Inside a line only a comment, or an element without an end in sight.
      if (html.startsWith('<!--') && html.indexOf('-->') === html.length - 3) {
        builder.comments.push({text: html.slice(4, -3), ...span});
      } else if (isOneTag) {
        noteElement(element, builder, span.start);
        builder.object(span, name === 'br' ? '\n' : undefined);
      } else {
        readHtmlPart(html, span.start, builder);
      }
      return;
    }
    noteElement(element, builder, span.start);
    this.#tags.push({name, leave: enterInline(element, builder, span)});
  }
}
