/** Writes rich text so that `parseRichText` reads back the very same tree. */
import {
  type Block,
  type Inline,
  parseInline,
  parseRichText,
} from 'term-elements/rich-text';

/** What stands for markup wherever it is in a line. */
const MARKUP = /[\\`*_[\]]/g;
/** What begins a list item where it begins a line. */
const ITEM = /^(\d{1,9})?([-*+.)])(?=\s)/;

const escaped = (text: string): string => text.replace(MARKUP, '\\$&');

const plainText = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => ('text' in node ? node.text : plainText(node.children)))
    .join('');

/** An address as it may stand between round brackets. */
const target = (url: string): string =>
  url
    .replace(/\s/g, (character) => encodeURIComponent(character))
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');

/** Marks stand close to words: spaces go before and after them. */
const marked = (mark: string, inner: string): string => {
  const text = inner.trim();
  if (!text) return inner;
  const start = inner.length - inner.trimStart().length;
  const end = inner.trimEnd().length;
  return inner.slice(0, start) + mark + text + mark + inner.slice(end);
};

const REFERENCE = /^[^\][|\n]{1,200}$/;
const LABEL = /^[^\][\n]{1,500}$/;

const write = (nodes: readonly Inline[], hasMarks: boolean): string =>
  nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
          return escaped(node.text);
        case 'code':
          return node.text && !node.text.includes('`')
            ? `\`${node.text}\``
            : escaped(node.text);
        case 'math':
          return node.mark + node.text + node.mark;
        case 'link':
          return `[${write(node.children, hasMarks)}](${target(node.url)})`;
        case 'term': {
          const label = plainText(node.children);
          return REFERENCE.test(node.id) && LABEL.test(label)
            ? `[[${node.id}|${label}]]`
            : escaped(label);
        }
        default: {
          const inner = write(node.children, hasMarks);
          const mark = node.type === 'strong' ? '**' : '*';
          return hasMarks ? marked(mark, inner) : inner;
        }
      }
    })
    .join('');

/** One line; marks that would be read otherwise than they are meant are left out. */
const line = (nodes: readonly Inline[]): string => {
  const words = plainText(nodes);
  for (const hasMarks of [true, false]) {
    const text = write(nodes, hasMarks);
    if (plainText(parseInline(text)) === words) return guarded(text);
  }
  return guarded(escaped(words));
};

const guarded = (text: string): string =>
  text.replace(
    ITEM,
    (_, number: string | undefined, mark: string) => `${number ?? ''}\\${mark}`,
  );

/** Blocks as Markdown of the subset. */
export const writeRichText = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.type === 'paragraph'
        ? line(block.children)
        : block.items
            .map((item, index) =>
              block.ordered
                ? `${block.start + index}. ${line(item)}`
                : `- ${line(item)}`,
            )
            .join('\n'),
    )
    .join('\n\n');

/** Whether a text is the Markdown of these blocks already. */
export const isWritten = (text: string, blocks: readonly Block[]): boolean =>
  JSON.stringify(parseRichText(text)) === JSON.stringify(blocks);
