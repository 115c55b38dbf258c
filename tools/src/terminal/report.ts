/**
 * Notes on what was not read or written as it is in the input. Nothing is lost
 * silently: what a format cannot represent is dropped, what an input does not
 * state is guessed, and both are reported with their place.
 */
export interface Note {
  /**
   * `dropped`: is in the input and not in the result; `guessed`: is in the
   * result and not in the input; `warning`: was not read as it is written.
   */
  readonly kind: 'dropped' | 'guessed' | 'warning';
  readonly file: string;
  /** Line in the file, from 1. */
  readonly line: number;
  readonly message: string;
  /** How often the same happened; `file` and `line` are those of the first time. */
  readonly count: number;
}

/** A place in an input. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Kinds of notes beyond this are counted together: a report is read by people. */
const MOST = 1000;

/**
 * Collects notes. The same message about many places is one note with a count,
 * so that a column that a million rows have is reported once.
 */
export class Report {
  readonly #notes = new Map<string, {note: Note; count: number}>();
  #more = 0;

  dropped(place: Place, message: string): void {
    this.#add('dropped', place, message);
  }

  guessed(place: Place, message: string): void {
    this.#add('guessed', place, message);
  }

  warning(place: Place, message: string): void {
    this.#add('warning', place, message);
  }

  /** In the order in which they came first. */
  get notes(): readonly Note[] {
    return [...this.#notes.values()].map(({note, count}) => ({...note, count}));
  }

  /** Notes that came after there were too many to keep. */
  get more(): number {
    return this.#more;
  }

  /** Removes all notes, before the same inputs are read again. */
  clear(): void {
    this.#notes.clear();
    this.#more = 0;
  }

  #add(kind: Note['kind'], {file, line}: Place, message: string): void {
    const key = `${kind}\n${message}`;
    const known = this.#notes.get(key);
    if (known) known.count++;
    else if (this.#notes.size >= MOST) this.#more++;
    else
      this.#notes.set(key, {
        note: {kind, file, line, message, count: 1},
        count: 1,
      });
  }
}

/** `terms.csv:12: dropped: …`, as editors and terminals link it. */
export const noteText = (
  {kind, file, line, message, count}: Note,
  mark: (text: string) => string = (text) => text,
): string =>
  `${file}:${line}: ${mark(`${kind}:`)} ${message}${count > 1 ? ` (and ${(count - 1).toLocaleString('en')} more like it)` : ''}\n`;
