/**
 * Finds the record of a reference, with the same precedence as in documents.
 */
import {addressKey} from '../address.js';
import {type Awaitable, whenReady, allReady, bothReady} from '../awaitable.js';
import {lookupAddressKeys} from './address-keys.js';
import {
  type AreaRecord,
  type LanguageTables,
  leafOf,
  type Manifest,
  type Table,
  type TermRecord,
} from './manifest.js';
import {AREA_KEYS, AREAS, KEYS, type Shape, TERMS} from './shapes.js';
import type {Shards} from './shards.js';

const rowsOf = <T>(
  shards: Shards,
  table: Table | undefined,
  key: string,
  shape: Shape<readonly T[]>,
  signal?: AbortSignal,
): Awaitable<readonly T[]> =>
  table
    ? whenReady(
        shards.leaf(table, leafOf(key, table.bits), shape, signal),
        (rows) => rows ?? [],
      )
    : [];

/**
 * The first result that is not `undefined`; each is requested when those before
 * it are known.
 */
const firstOf = <T>(
  questions: readonly (() => Awaitable<T | undefined>)[],
): Awaitable<T | undefined> => {
  const [question, ...rest] = questions;
  if (!question) return undefined;
  return whenReady(question(), (answer) => answer ?? firstOf(rest));
};

/** The keys of a reference, as it is written first. */
const keysOf = (reference: string, origin: string | undefined): Set<string> =>
  new Set([reference, ...lookupAddressKeys(reference, origin)]);

/** Finds the records of one built glossary, in one language. */
export class Lookup {
  constructor(
    readonly shards: Shards,
    readonly manifest: Manifest,
    readonly tables: LanguageTables,
  ) {}

  term(id: string, signal?: AbortSignal): Awaitable<TermRecord | undefined> {
    const {shards, tables} = this;
    return whenReady(
      rowsOf(shards, tables.terms, id, TERMS, signal),
      (records) => records.find(({term}) => term.id === id),
    );
  }

  /** The term of an id, a former id or an address, in this order. */
  termOf(
    reference: string,
    signal?: AbortSignal,
  ): Awaitable<TermRecord | undefined> {
    const {shards, manifest} = this;
    const byKey = (key: string) =>
      whenReady(rowsOf(shards, manifest.keys, key, KEYS, signal), (rows) => {
        const row = rows.find(([known]) => known === key);
        return row && this.term(row[1], signal);
      });
    const bare = addressKey(reference);
    return firstOf([
      () => this.term(reference, signal),
      () => byKey(reference),
      ...(bare === reference ? [] : [() => this.term(bare, signal)]),
      () =>
        // In parallel: nearly always the first is known, or none.
        whenReady(
          allReady(
            [...keysOf(reference, shards.files.origin)].map((key) =>
              byKey(key),
            ),
          ),
          (found) => found.find((record) => record !== undefined),
        ),
    ]);
  }

  /**
   * The area of the address of one of its pages, of an id or of an address, in
   * this order, and the place of that page.
   */
  areaOf(
    reference: string,
    signal?: AbortSignal,
  ): Awaitable<{record: AreaRecord; resource?: number} | undefined> {
    const {shards, manifest, tables} = this;
    const area = (id: string, resource?: number) =>
      whenReady(rowsOf(shards, tables.areas, id, AREAS, signal), (records) => {
        const record = records.find((known) => known.area.id === id);
        return record && {record, ...(resource !== undefined && {resource})};
      });
    const rows = [...keysOf(reference, shards.files.origin)].map((key) =>
      whenReady(
        rowsOf(shards, manifest.areaKeys, key, AREA_KEYS, signal),
        (all) => all.filter(([known]) => known === key),
      ),
    );
    // Nearly always it is an id, so that is asked for at once.
    const found = bothReady(area(reference), allReady(rows));
    return whenReady(found, ([byId, keys]) => {
      const all = keys.flat();
      const page = all.find(([, , resource]) => resource !== undefined);
      if (page) return area(page[1], page[2]);
      if (byId) return byId;
      const whole = all[0];
      const bare = addressKey(reference);
      return firstOf([
        () => (bare === reference ? undefined : area(bare)),
        () => whole && area(whole[1]),
      ]);
    });
  }
}
