import {BlockBuilder} from '../rich-text/block-builder.js';
import {
  type Converted,
  type ConvertOptions,
  type Dropped,
  richText,
} from '../rich-text/converted.js';
import {isHostileHtml, withoutTags} from '../rich-text/hostile.js';
import {scriptText} from '../rich-text/scripts.js';
import {
  attribute,
  childElements,
  type Element,
  isElement,
  isText,
  lineOf,
  type Node,
  parsePart,
  pushChildren,
  textContent,
} from './tree.js';

const list = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const BLOCKS = list(
  'address article aside blockquote body center dd details dialog div dl dt ' +
    'fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup ' +
    'html main nav p pre search section summary table tbody tfoot thead tr',
);

/** What is left out with all that is in it. */
const UNREAD = new Map(
  Object.entries({
    script: 'a script',
    style: 'a style sheet',
    template: 'a template',
    iframe: 'a frame',
    object: 'an embedded object',
    embed: 'an embedded object',
    video: 'a video',
    audio: 'a sound',
    canvas: 'a drawing',
    svg: 'a drawing',
    math: 'a formula',
    img: 'a picture',
    input: 'a form control',
    select: 'a form control',
    textarea: 'a form control',
    button: 'a form control',
    head: '',
    noscript: '',
    hr: '',
  }),
);

/** Becomes text without its meaning. */
const FLATTENED = new Map(
  Object.entries({
    blockquote: 'a quotation: it is a paragraph now',
    pre: 'preformatted text: its lines are one now',
    table: 'a table: its cells are text now',
  }),
);

const EMPHASIS = list('em i cite var dfn');
const STRONG = list('strong b');
const CODE = list('code kbd samp tt');

const isLink = ({tagName}: Element): boolean => tagName === 'a';

/** What happens when an element has been read. */
type Leave = () => void;

class Reader {
  readonly builder = new BlockBuilder();
  readonly dropped: Dropped[] = [];
  /** Lists that are open: a list inside a list becomes one with it. */
  readonly #lists: {readonly ordered: boolean; readonly start: number}[] = [];

  constructor(readonly options: ConvertOptions) {}

  /** Reads nodes one after the other; deep ones too. */
  read(nodes: readonly Node[]): void {
    const work: (Node | Leave)[] = nodes.toReversed();
    for (let next = work.pop(); next; next = work.pop()) {
      if (typeof next === 'function') next();
      else if (isText(next)) this.builder.text(next.value);
      else if (isElement(next)) {
        const leave = this.#enter(next);
        if (!leave) continue;
        work.push(leave);
        pushChildren(work, next);
      }
    }
  }

  /** @returns What to do after its children; `undefined` where they are not read. */
  #enter(element: Element): Leave | undefined {
    const {tagName} = element;
    const {builder} = this;
    const left = UNREAD.get(tagName);
    if (left !== undefined) {
      this.#drop(element, left);
      if (tagName === 'hr') builder.block();
      return undefined;
    }
    this.#drop(element, FLATTENED.get(tagName));
    if (tagName === 'sup' || tagName === 'sub') {
      // A link is a reference to a note, which is no exponent.
      if (childElements(element).some(isLink)) return () => undefined;
      builder.text(scriptText(textContent(element.childNodes), tagName));
      return undefined;
    }
    if (CODE.has(tagName)) {
      builder.code(textContent(element.childNodes));
      return undefined;
    }
    if (tagName === 'br') {
      builder.text(' ');
      return undefined;
    }
    if (tagName === 'ul' || tagName === 'ol') return this.#enterList(element);
    if (tagName === 'li') return this.#enterItem();
    if (tagName === 'td' || tagName === 'th') {
      return () => {
        builder.text(' ');
      };
    }
    if (EMPHASIS.has(tagName) || STRONG.has(tagName)) {
      builder.open({type: STRONG.has(tagName) ? 'strong' : 'emphasis'});
      return () => {
        builder.close();
      };
    }
    if (tagName === 'a') return this.#enterLink(element);
    if (!BLOCKS.has(tagName)) return () => undefined;
    const isHeading = /^h[1-6]$/.test(tagName);
    if (isHeading)
      this.#drop(element, 'a heading: it is a strong paragraph now');
    builder.block();
    if (isHeading) builder.open({type: 'strong'});
    return () => {
      if (isHeading) builder.close();
      builder.block();
    };
  }

  #enterList(element: Element): Leave {
    const start = Number(attribute(element, 'start') ?? 1);
    if (this.#lists.length)
      this.#drop(element, 'a list in a list: they are one now');
    else this.builder.endList();
    this.#lists.push({
      ordered: element.tagName === 'ol',
      start: Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1,
    });
    return () => {
      this.#lists.pop();
      if (!this.#lists.length) this.builder.endList();
    };
  }

  #enterItem(): Leave {
    const {ordered, start} = this.#lists[0] ?? {ordered: false, start: 1};
    this.builder.item(ordered, start);
    return () => {
      this.builder.endItem();
    };
  }

  #enterLink(element: Element): Leave {
    const url = attribute(element, 'href')?.trim() ?? '';
    this.builder.openLink(url, url ? this.options.termAt?.(url) : undefined);
    return () => {
      this.builder.close();
    };
  }

  #drop(element: Element, what: string | undefined): void {
    if (what) this.dropped.push({what, line: lineOf(element)});
  }
}

/**
 * HTML as rich text. Nothing in it runs or loads; what the subset cannot
 * represent becomes text, and is reported.
 */
export const fromHtml = (
  html: string,
  options: ConvertOptions = {},
): Converted => {
  if (isHostileHtml(html)) {
    const what = 'tags that are never closed: only the words are kept';
    const text = withoutTags(html) || undefined;
    return {text, dropped: [{what, line: 1}]};
  }
  const reader = new Reader(options);
  reader.read(parsePart(html).childNodes);
  return {text: richText(reader.builder.end()), dropped: reader.dropped};
};

/** Nodes of a parsed page as rich text. */
export const fromHtmlNodes = (
  nodes: readonly Node[],
  options: ConvertOptions = {},
): Converted => {
  const reader = new Reader(options);
  reader.read(nodes);
  return {text: richText(reader.builder.end()), dropped: reader.dropped};
};
