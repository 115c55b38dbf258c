/** Writes imported entries as they come, without holding them. */
import {randomBytes} from 'node:crypto';
import {createReadStream, createWriteStream, type WriteStream} from 'node:fs';
import {lstat, open, rename, rm} from 'node:fs/promises';
import {once} from 'node:events';
import {dirname, join, basename} from 'node:path';
import {pipeline} from 'node:stream/promises';
import * as v from 'valibot';
import {faultText, GlossaryFormatError} from '../../glossary/errors.js';
import {examineGlossary} from '../../glossary/parse.js';
import {TermSchema} from '../../glossary/schema.js';
import {CommandError, reasonOf} from '../errors.js';
import {set} from '../json/set.js';
import type {AreaDraft, GlossaryDraft} from '../page-form/draft.js';
import type {Report} from '../report.js';
import {EntryIds} from './entry-ids.js';
import type {Imported} from './importer.js';

/** What was written. */
export interface WrittenGlossary {
  readonly terms: number;
  readonly areas: number;
  readonly questions: number;
}

const indented = (value: unknown, margin: string): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${margin}`);

/**
 * A new glossary on disk. Entries go into a file beside it as they come; what
 * is said of the glossary itself, and the areas, are kept and written around
 * them at the end. Nothing has the glossary's name before all of it is there.
 */
export class GlossaryFile {
  readonly #ids = new EntryIds();
  readonly #head: Partial<GlossaryDraft> = {};
  readonly #areas = new Map<string, AreaDraft>();
  readonly #spool: string;
  #stream: WriteStream | undefined;
  #terms = 0;

  constructor(readonly output: string) {
    this.#spool = this.#beside();
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
    const {id = this.#ids.for(item.value), ...rest} = item.value;
    if (this.#ids.has(id)) {
      report.dropped(
        place,
        `an entry whose id is taken (${JSON.stringify(id)}); ids have to differ`,
      );
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
    this.#stream ??= createWriteStream(this.#spool, {flags: 'wx'});
    if (!this.#stream.write(text)) await once(this.#stream, 'drain');
  }

  /**
   * Puts the glossary in its place.
   *
   * @throws {CommandError} Where what is said of it is not of the format, or the
   *     disk refuses.
   */
  async end(language: string | undefined): Promise<WrittenGlossary> {
    const {name, ...head} = this.#head;
    const areas = [...this.#areas.values()];
    const frame = {
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

  /** Takes away what waits. To be called at the end of every run. */
  async discard(): Promise<void> {
    if (this.#stream && !this.#stream.closed) {
      this.#stream.destroy();
      await once(this.#stream, 'close').catch(() => undefined);
    }
    await rm(this.#spool, {force: true});
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
    const whole = this.#beside();
    try {
      const known = await lstat(this.output).catch(() => undefined);
      if (known && !known.isFile() && !known.isSymbolicLink())
        throw new CommandError(
          `cannot write ${this.output}: it is not a regular file`,
        );
      const stream = this.#stream;
      if (stream) {
        stream.end();
        if (!stream.closed) await once(stream, 'close');
      }
      const spool = this.#spool;
      const terms = this.#terms;
      await pipeline(
        async function* () {
          yield start;
          if (terms) yield* createReadStream(spool);
          yield end;
        },
        createWriteStream(whole, {flags: 'wx'}),
      );
      const handle = await open(whole, 'r+');
      await handle.sync();
      await handle.close();
      await rename(whole, this.output);
    } catch (error) {
      await rm(whole, {force: true});
      if (error instanceof CommandError) throw error;
      throw new CommandError(
        `cannot write ${this.output}: ${reasonOf(error)}`,
        'Nothing was written; what was there is as before.',
      );
    }
  }

  #beside(): string {
    const name = basename(this.output).slice(0, 100);
    return join(
      dirname(this.output),
      `.${name}.${randomBytes(6).toString('hex')}.tmp`,
    );
  }
}

/** A name for a glossary that has none: that of its file. */
export const nameOf = (output: string): string =>
  basename(output).replace(/\.[^.]+$/, '') || 'Glossary';
