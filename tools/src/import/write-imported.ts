/** Writes imported entries as they come, without holding them in memory. */
import {lstat} from 'node:fs/promises';
import {basename} from 'node:path';
import * as v from 'valibot';
import {
  examineGlossary,
  faultText,
  GlossaryFormatError,
  TermSchema,
} from 'term-elements/glossary';
import {CommandError, reasonOf} from '../terminal/errors.js';
import {set} from '../files/json/set.js';
import type {
  AreaDraft,
  GlossaryDraft,
} from '../formats/published-page/draft.js';
import type {Report} from '../terminal/report.js';
import {EntryIds, takenId} from './entry-ids.js';
import type {Imported} from '../formats/reading/importer.js';
import {Spool} from './spool.js';

/** What was written. */
export interface WrittenGlossary {
  readonly terms: number;
  readonly areas: number;
  readonly questions: number;
}

const indented = (value: unknown, margin: string): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${margin}`);

/**
 * A new glossary on disk. Entries go into a file beside it as they come; the
 * properties of the glossary itself, and the areas, stay in memory and are
 * written around them at the end. The file gets the glossary's name when it is
 * complete.
 */
export class GlossaryFile {
  readonly #ids = new EntryIds();
  readonly #head: Partial<GlossaryDraft> = {};
  readonly #areas = new Map<string, AreaDraft>();
  #spool: Spool | undefined;
  #terms = 0;

  constructor(readonly output: string) {}

  /** Whether an entry has this id. */
  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** @throws {CommandError} For an entry that the format refuses. */
  async add(item: Imported, file: string, report: Report): Promise<void> {
    if (item.type === 'glossary') {
      for (const [key, value] of Object.entries(item.value) as [never, never][])
        set(this.#head, key, value);
      return;
    }
    if (item.type === 'area') {
      const {id} = item.value;
      const known = this.#areas.get(id);
      const whole = item.isMentioned
        ? {...item.value, ...known}
        : {...known, ...item.value};
      this.#areas.set(id, whole);
      return;
    }
    const place = {file, line: item.line};
    const {id: own = this.#ids.for(item.value), ...rest} = item.value;
    const id = this.#ids.has(own) ? (item.otherId ?? own) : own;
    if (this.#ids.has(id)) {
      report.dropped(place, takenId(id));
      return;
    }
    const term = {id, ...rest};
    if (!v.is(TermSchema, term)) {
      const {faults} = examineGlossary({format: 1, terms: [term]});
      throw new CommandError(
        `${file}:${item.line}: ${faults[0] ? faultText(faults[0]) : 'not an entry'}`,
        'Nothing was written.',
      );
    }
    this.#ids.add(id);
    await this.#spoolTerm(term);
  }

  async #spoolTerm(term: object): Promise<void> {
    const text = `${this.#terms++ ? ',' : ''}\n    ${indented(term, '    ')}`;
    try {
      this.#spool ??= new Spool(this.output);
      await this.#spool.write(text);
    } catch (error) {
      throw this.#fault(error);
    }
  }

  /**
   * Puts the glossary in its place.
   *
   * @throws {CommandError} If the properties of the glossary are invalid, or the disk refuses.
   */
  async end(language: string | undefined): Promise<WrittenGlossary> {
    const {$schema, name, ...head} = this.#head;
    const areas = [...this.#areas.values()];
    const frame = {
      ...($schema !== undefined && {$schema}),
      format: 1,
      name: name ?? nameOf(this.output),
      ...(language === undefined || head.language ? {} : {language}),
      ...head,
    };
    this.#check({...frame, terms: [], areas});
    const text = JSON.stringify(frame, null, 2);
    const start = `${text.slice(0, text.lastIndexOf('\n}'))},\n  "terms": [`;
    const end = `${this.#terms ? '\n  ' : ''}]${areas.length ? `,\n  "areas": ${indented(areas, '  ')}` : ''}\n}\n`;
    await this.#place(start, end);
    const questions = areas.reduce(
      (sum, area) => sum + (area.questions?.length ?? 0),
      0,
    );
    return {terms: this.#terms, areas: areas.length, questions};
  }

  /** Removes the temporary file. To be called at the end of every run. */
  async discard(): Promise<void> {
    await this.#spool?.discard();
  }

  #check(document: unknown): void {
    const {faults} = examineGlossary(document);
    if (!faults.length) return;
    throw new CommandError(
      `what was read is not a glossary: ${new GlossaryFormatError(faults).message}`,
      'Nothing was written.',
    );
  }

  async #place(start: string, end: string): Promise<void> {
    const known = await lstat(this.output).catch(() => undefined);
    if (known && !known.isFile() && !known.isSymbolicLink())
      throw new CommandError(
        `cannot write ${this.output}: it is not a regular file`,
      );
    const whole = new Spool(this.output);
    try {
      await whole.write(start);
      for await (const piece of this.#spool?.pieces() ?? [])
        await whole.write(piece);
      await whole.write(end);
      await whole.put();
    } catch (error) {
      throw this.#fault(error);
    } finally {
      await whole.discard();
    }
  }

  #fault(error: unknown): CommandError {
    return new CommandError(
      `cannot write ${this.output}: ${reasonOf(error)}`,
      'Nothing was written; what was there is as before.',
    );
  }
}

/** A name for a glossary that has none: that of its file. */
export const nameOf = (output: string): string =>
  basename(output).replace(/\.[^.]+$/, '') || 'Glossary';
