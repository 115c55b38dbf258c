import {Lines} from '../lint/lines.js';
import {AnchorSet} from './anchors.js';
import type {Comment, Link, LintDocument, Reference, Span} from './document.js';
import {mapOffsets} from './offsets.js';
import {referenceIn} from './reference-address.js';
import {
  type Mark,
  type MarkKind,
  OBJECT,
  type RunPart,
  Run,
  type RunKind,
} from './run.js';

/** An inline element that has not ended. */
interface Open {
  readonly kind: MarkKind;
  readonly start: number;
  readonly title: string | undefined;
}

/** Puts a document together, in the order in which a reader comes by its parts. */
export class DocumentBuilder {
  readonly runs: Run[] = [];
  readonly links: Link[] = [];
  readonly references: Reference[] = [];
  readonly comments: Comment[] = [];
  readonly anchors = new AnchorSet();
  /** Whether a heading can be linked to without an id, as in Markdown. */
  readonly #namesHeadings: boolean;
  /** Number of the section; a heading begins the next. */
  section = 0;
  #text = '';
  /** The text of the block with its code, which generators take into the ids of headings. */
  #name = '';
  #parts: RunPart[] = [];
  #marks: Mark[] = [];
  #open: Open[] = [];
  #muted = 0;

  constructor(
    readonly file: string,
    readonly source: string,
    /** The source as it is parsed: of equal length, with parts out of sight. */
    readonly parsed: string,
    {namesHeadings}: {readonly namesHeadings: boolean},
  ) {
    this.#namesHeadings = namesHeadings;
  }

  /** Text of the block, and where in the source it stands. */
  text(value: string, span: Span): void {
    if (!value) return;
    if (this.#muted) {
      this.code(value, span);
      return;
    }
    const map = mapOffsets(value, this.parsed, span);
    this.#parts.push({at: this.#text.length, map});
    this.#text += value;
    this.#name += value;
  }

  /** Code, or what is not to be read: the id of a heading has it all the same. */
  code(value: string, span: Span): void {
    this.object(span);
    this.#name += value;
  }

  /** Something that is not read: code, a picture; `' '` for a line break. */
  object({start, end}: Span, text: string = OBJECT): void {
    const map = {start: () => start, end: () => end};
    this.#parts.push({at: this.#text.length, map});
    this.#text += text;
  }

  /** Text is not read until `unmute` is called as often. */
  mute(): void {
    this.#muted++;
  }

  unmute(): void {
    this.#muted--;
  }

  open(kind: MarkKind, title?: string): void {
    this.#open.push({kind, start: this.#text.length, title});
  }

  /** A link, or an author's reference to an entry in the form of one. */
  link(link: Omit<Link, 'section'>): void {
    const {section} = this;
    const {address, end, isImage, start, text} = link;
    const id = isImage ? undefined : referenceIn(address);
    if (id === undefined) {
      this.links.push({...link, section});
      return;
    }
    const kind = id ? 'tip' : 'name';
    const named = id || text.replace(/\s+/g, ' ').trim();
    this.references.push({
      start,
      end,
      kind,
      id: named,
      section,
      isForeign: false,
    });
  }

  /** Ends the inline element that was opened last, of this kind; its text. */
  close(kind: MarkKind): string {
    const index = this.#open.findLastIndex((open) => open.kind === kind);
    const [open] = index < 0 ? [] : this.#open.splice(index, 1);
    if (!open) return '';
    const end = this.#text.length;
    if (end > open.start) this.#marks.push({...open, end});
    return this.#text.slice(open.start);
  }

  /** The block ends; what comes next belongs to another one. */
  endBlock(kind: RunKind = 'text'): string {
    for (const {kind} of this.#open.toReversed()) this.close(kind);
    const text = this.#text;
    if (kind === 'heading' && this.#namesHeadings) {
      this.anchors.addHeading(this.#name);
    }
    if (/[\p{L}\p{N}]/u.test(text)) {
      this.runs.push(
        new Run(text, kind, this.section, this.#marks, this.#parts),
      );
    }
    this.#text = '';
    this.#name = '';
    this.#parts = [];
    this.#marks = [];
    return text;
  }

  build(): LintDocument {
    this.endBlock();
    const {anchors, comments, file, links, references, runs, source} = this;
    return {
      file,
      lines: new Lines(source),
      runs,
      links,
      references,
      comments,
      anchors,
    };
  }
}
