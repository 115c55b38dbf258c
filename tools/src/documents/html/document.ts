/** HTML, whole or as it stands in Markdown, read into a document. */
import {DocumentBuilder} from '../builder.js';
import type {LintDocument, Span} from '../document.js';
import {
  HEADING,
  INLINE,
  OURS,
  SECTIONS,
  UNREAD_BLOCK,
  UNREAD_INLINE,
} from './names.js';
import {
  type AnyNode,
  attribute,
  type Element,
  isComment,
  isElement,
  isText,
  parsePart,
  parseWithoutScripts,
  pushChildren,
} from './tree.js';

/** A page, or a part of one. */
export const readHtmlDocument = (
  file: string,
  source: string,
): LintDocument => {
  const builder = new DocumentBuilder(file, source, source, {
    namesHeadings: false,
  });
  readNodes(parseWithoutScripts(source), builder, 0);
  return builder.build();
};

/** Reads HTML that is a part of the source, as a block of its own. */
export const readHtmlPart = (
  html: string,
  start: number,
  builder: DocumentBuilder,
): void => {
  builder.endBlock();
  readNodes(parsePart(html), builder, start);
  builder.endBlock();
};

const spanOf = (node: AnyNode, base: number): Span => {
  const place = node.sourceCodeLocation;
  return {
    start: base + (place?.startOffset ?? 0),
    end: base + (place?.endOffset ?? 0),
  };
};

/** The start tag alone, at which faults of an element are reported. */
export const tagSpan = (element: Element, base: number): Span => {
  const tag = element.sourceCodeLocation?.startTag;
  return tag
    ? {start: base + tag.startOffset, end: base + tag.endOffset}
    : spanOf(element, base);
};

const readNodes = (root: AnyNode, builder: DocumentBuilder, base: number) => {
  // By hand, not by recursion: elements may be nested as deep as anyone likes.
  const stack: (AnyNode | (() => void))[] = [root];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (typeof next === 'function') {
      next();
      continue;
    }
    if (isText(next)) {
      builder.text(next.value, spanOf(next, base));
    } else if (isComment(next)) {
      builder.comments.push({text: next.data, ...spanOf(next, base)});
    } else if (isElement(next)) {
      const {isRead, leave} = enterElement(next, builder, base);
      stack.push(leave);
      if (!isRead) continue;
    }
    pushChildren(stack, next);
  }
};

/** Reads an element; returns what is to be done at its end. */
export const enterElement = (
  element: Element,
  builder: DocumentBuilder,
  base: number,
): {isRead: boolean; leave: () => void} => {
  const {tagName} = element;
  noteElement(element, builder, base);
  const span = tagSpan(element, base);
  if (tagName === 'br' || UNREAD_INLINE.has(tagName)) {
    builder.object(span, tagName === 'br' ? '\n' : undefined);
    return {isRead: false, leave: () => undefined};
  }
  const isRead =
    !UNREAD_BLOCK.has(tagName) &&
    attribute(element, 'translate')?.toLowerCase() !== 'no';
  if (INLINE.has(tagName)) {
    if (!isRead) builder.object(span);
    return {isRead, leave: enterInline(element, builder, span)};
  }
  builder.endBlock();
  const isHeading = HEADING.test(tagName);
  const isCell = tagName === 'td' || tagName === 'th';
  const around = builder.section;
  if (isHeading || SECTIONS.has(tagName)) builder.section++;
  return {
    isRead,
    leave: () => {
      builder.endBlock(isHeading ? 'heading' : isCell ? 'cell' : 'text');
      if (SECTIONS.has(tagName) && builder.section !== around) {
        builder.section++;
      }
    },
  };
};

/** Opens an element inside a line; returns what ends it. */
export const enterInline = (
  element: Element,
  builder: DocumentBuilder,
  span: Span,
): (() => void) => {
  if (attribute(element, 'translate')?.toLowerCase() === 'no') {
    builder.mute();
    return () => builder.unmute();
  }
  switch (element.tagName) {
    case 'a': {
      const address = attribute(element, 'href');
      builder.open('link');
      return () => {
        const text = builder.close('link');
        if (address === undefined) return;
        builder.link({...span, address, text, isImage: false});
      };
    }
    case 'term-tip':
      builder.open('link');
      return () => void builder.close('link');
    case 'b':
    case 'strong':
      builder.open('strong');
      return () => void builder.close('strong');
    case 'dfn':
      builder.open('definition');
      return () => void builder.close('definition');
    case 'abbr':
      builder.open('abbreviation', attribute(element, 'title'));
      return () => void builder.close('abbreviation');
    default:
      return () => undefined;
  }
};

/** Reads the attributes of an element: ids, addresses, entries. */
export const noteElement = (
  element: Element,
  builder: DocumentBuilder,
  base: number,
): void => {
  const {tagName} = element;
  const {section} = builder;
  const span = tagSpan(element, base);
  const id = attribute(element, 'id');
  if (id) builder.anchors.ids.add(id);
  const name = tagName === 'a' ? attribute(element, 'name') : undefined;
  if (name) builder.anchors.ids.add(name);
  const ours = OURS.get(tagName);
  const entry = ours && attribute(element, ours.attribute);
  if (ours && entry) {
    const isForeign = attribute(element, 'src') !== undefined;
    builder.references.push({
      ...span,
      kind: ours.kind,
      id: entry,
      section,
      isForeign,
    });
  }
  const source = tagName === 'img' ? attribute(element, 'src') : undefined;
  if (source) {
    const text = attribute(element, 'alt') ?? '';
    builder.link({...span, address: source, text, isImage: true});
  }
};
