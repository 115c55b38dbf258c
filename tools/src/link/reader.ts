import {Line} from './line.js';
import type {Part, TextRun} from './text-run.js';
import {
  isHeading,
  isLeftOut,
  isSection,
  type Passage,
  passageOf,
  type Tag,
} from './tag.js';

/** An element that has not ended, with those around it. */
export interface Open extends Tag {
  readonly parent: Open | undefined;
}

/** Settings of a reader. */
export interface Reading {
  /** Whether the text in a further element is left alone. */
  readonly isExcluded?: ((element: Open) => boolean) | undefined;
  /** Only the text in these is read; all, where it is absent. */
  readonly isIncluded?: ((element: Open) => boolean) | undefined;
  /**
   * How much of a text is the words that a linker would have linked, where a
   * link or a tip is what it would write around them; 0 where it is not. It
   * then counts as done, and is read as if the words alone were there.
   *
   * @param around The link and the tip around the text, outermost first.
   */
  readonly written?:
    ((around: readonly Tag[], text: string) => number) | undefined;
}

interface Frame<At> {
  readonly open: Open;
  readonly parent: Frame<At> | undefined;
  /** Ended by whoever parsed the text, and not by a tag in it. */
  readonly isSure: boolean;
  readonly isRead: boolean;
  /** Around all that is linked. */
  readonly isOutside: boolean;
  /** Shared by all elements of a section: a heading in one of them begins a new one. */
  readonly holder: {section: object};
  readonly language: string;
  readonly passage: Passage;
  /** The line around an element that is not shown. */
  readonly outside: Line<At> | undefined;
  /** Of what may be a link of a linker. */
  readonly written: Written | undefined;
}

/** What is known of a link or tip while it is read. */
interface Written {
  /** Items of the line before it. */
  readonly from: number;
  readonly joins: boolean;
  readonly tags: Tag[];
  /** It has text and its own tags in it, nothing else. */
  isPlain: boolean;
}

/** Tags in Markdown that have not ended and are looked through for one that ends. */
const MOST_OPEN = 100;

const isCandidate = ({name}: Tag): boolean =>
  name === 'a' || name === 'term-tip';

/**
 * Receives elements and texts in the order of a document, and decides which
 * texts may be linked, in which sections, and what stands beside them: the
 * rules of `<term-linker>` for any kind of tree.
 */
export class TextReader<At> {
  readonly #runs: TextRun<At>[] = [];
  readonly #top: Frame<At>;
  #frame: Frame<At>;
  #line = new Line<At>();
  /** A text that comes now is one with the text before. */
  #joins = false;
  #order = 0;

  /** @param language Of the document, as far as it says nothing else. */
  constructor(
    readonly reading: Reading,
    language = '',
  ) {
    this.#top = this.#frame = {
      open: {name: '', attribute: () => undefined, parent: undefined},
      parent: undefined,
      isSure: true,
      isRead: true,
      isOutside: reading.isIncluded !== undefined,
      holder: {section: {}},
      language,
      passage: 'stop',
      outside: undefined,
      written: undefined,
    };
  }

  /** @param isSure Absent for a tag that an author wrote into Markdown: it may have no end. */
  open(tag: Tag, isSure = true): void {
    const around = this.#frame;
    const open: Open = {
      name: tag.name,
      attribute: (name) => tag.attribute(name),
      parent: around.open,
    };
    const {isExcluded, isIncluded} = this.reading;
    const isOutside = around.isOutside && !isIncluded?.(open);
    const isRoot = around.isOutside && !isOutside;
    if (around.isRead && isHeading(tag)) around.holder.section = {};
    const passage = passageOf(tag);
    const written = this.#writtenIn(tag, passage);
    if (passage === 'stop') this.#endLine();
    this.#frame = {
      open,
      parent: around,
      isSure,
      isOutside,
      isRead: around.isRead && !isLeftOut(tag) && !isExcluded?.(open),
      holder: isRoot || isSection(tag) ? {section: {}} : around.holder,
      language: tag.attribute('lang') ?? around.language,
      passage,
      outside: passage === 'over' ? this.#line : undefined,
      written,
    };
    if (passage === 'over') this.#line = new Line();
    this.#joins = false;
  }

  /** The element that was opened last ends. */
  close(): void {
    while (!this.#frame.isSure) this.#leave();
    if (this.#frame !== this.#top) this.#leave();
  }

  /**
   * An end tag that an author wrote into Markdown; one without a start tag does
   * nothing.
   */
  closeRaw(name: string): void {
    let depth = 1;
    let frame = this.#frame;
    while (!frame.isSure && frame.open.name !== name && depth < MOST_OPEN) {
      frame = frame.parent!;
      depth++;
    }
    if (frame.isSure || frame.open.name !== name) return;
    for (; depth; depth--) this.#leave();
  }

  text(text: string, at: At): void {
    const {isRead, isOutside} = this.#frame;
    const isLinked = false;
    this.#add(
      text,
      isRead && !isOutside ? {text, at, isLinked} : undefined,
      this.#joins,
    );
    this.#joins = true;
  }

  /** Something without text that parts two texts: a comment. */
  part(): void {
    this.#joins = false;
    const {written} = this.#frame;
    if (written) written.isPlain = false;
  }

  /** The texts, in the order of the document. */
  end(): readonly TextRun<At>[] {
    while (this.#frame !== this.#top) this.#leave();
    this.#endLine();
    return this.#runs.sort((a, b) => a.order - b.order);
  }

  #add(text: string, part: Part<At> | undefined, joins: boolean): void {
    const {holder, language} = this.#frame;
    const order = this.#order++;
    this.#line.add({
      text,
      part,
      section: holder.section,
      language,
      order,
      joins,
    });
  }

  #endLine(): void {
    for (const run of this.#line.runs()) this.#runs.push(run);
    this.#line = new Line();
    this.#joins = false;
  }

  #leave(): void {
    const {parent, passage, outside, written} = this.#frame;
    if (passage !== 'through') this.#endLine();
    if (outside) this.#line = outside;
    this.#frame = parent!;
    this.#joins = false;
    if (written && written !== parent!.written) this.#settle(written);
  }

  #writtenIn(tag: Tag, passage: Passage): Written | undefined {
    const {written, isRead, isOutside} = this.#frame;
    const isPossible = passage === 'through' && isCandidate(tag);
    if (written) {
      if (isPossible) written.tags.push(tag);
      else written.isPlain = false;
      return written;
    }
    return isPossible && isRead && !isOutside
      ? {
          from: this.#line.length,
          joins: this.#joins,
          tags: [tag],
          isPlain: true,
        }
      : undefined;
  }

  /** Skips what a linker wrote. */
  #settle({from, joins, tags, isPlain}: Written): void {
    if (!isPlain) return;
    const items = this.#line.takeFrom(from);
    const whole = items.map(({text}) => text).join('');
    const length = this.reading.written?.(tags, whole) ?? 0;
    if (!length) {
      for (const item of items) this.#line.add(item);
      return;
    }
    const text = whole.slice(0, length);
    this.#add(text, {text, isLinked: true}, joins);
    this.#joins = true;
  }
}

/**
 * Hands an expression of MDX inside a line of text to a reader: nobody knows
 * what it gives, so it parts the words beside it, which are not whole ones.
 */
export const readExpression = <At>(reader: TextReader<At>, at: At): void => {
  reader.open({name: 'code', attribute: () => undefined});
  reader.text('{}', at);
  reader.close();
};
