import {GlossaryFormatError} from '../errors.js';
import type {LanguageTables, Manifest} from './manifest.js';
import {isObject} from '../json-shapes.js';
import {faultAt, isHash, isSequence, isTree} from './shapes.js';

type Key = string | number;

type Look = (keys: readonly Key[], expected: string, fits: boolean) => void;

/** Adds the faults of the tables of one language. */
const lookAtTables = (
  tables: Readonly<Partial<Record<keyof LanguageTables, unknown>>>,
  keys: readonly Key[],
  look: Look,
): void => {
  const {terms, names, words, areas, list, letters} = tables;
  for (const [name, tree] of Object.entries({terms, names, words})) {
    look([...keys, name], 'a table of files', isTree(tree));
  }
  look(
    [...keys, 'areas'],
    'a table of files',
    areas === undefined || isTree(areas),
  );
  look([...keys, 'list'], 'a list in files', isSequence(list));
  look([...keys, 'letters'], 'the name of a file', isHash(letters));
};

/**
 * The value as a manifest: the very same object. The properties of the glossary
 * are left to the validation of documents.
 *
 * @param source Where it is from: its address.
 * @throws {GlossaryFormatError} With every fault.
 */
export const checkManifest = (value: unknown, source?: string): Manifest => {
  if (!isObject(value)) {
    const fault = faultAt([], 'the manifest of a built glossary', value);
    throw new GlossaryFormatError([fault], source);
  }
  const faults: ReturnType<typeof faultAt>[] = [];
  const look: Look = (keys, expected, fits) => {
    if (fits) return;
    let at: unknown = value;
    for (const key of keys) at = isObject(at) ? at[key] : undefined;
    faults.push(faultAt(keys, expected, at));
  };
  const {format, sharded, glossary, count} = value;
  const {keys, areaKeys, changes, languages} = value;
  look(['format'], '1, the format that this version reads', format === 1);
  look(['sharded'], '1, the layout that this version reads', sharded === 1);
  look(['glossary'], 'an object', isObject(glossary));
  look(['count'], 'a whole number', Number.isSafeInteger(count));
  lookAtTables(value, [], look);
  for (const [name, table] of Object.entries({keys, areaKeys})) {
    look([name], 'a table of files', table === undefined || isTree(table));
  }
  look(
    ['changes'],
    'the name of a file',
    changes === undefined || isHash(changes),
  );
  look(
    ['languages'],
    'an object',
    languages === undefined || isObject(languages),
  );
  for (const [tag, tables] of Object.entries(
    isObject(languages) ? languages : {},
  )) {
    look(['languages', tag], 'the tables of a language', isObject(tables));
    if (isObject(tables)) lookAtTables(tables, ['languages', tag], look);
  }
  if (faults.length) throw new GlossaryFormatError(faults, source);
  return value as unknown as Manifest;
};
