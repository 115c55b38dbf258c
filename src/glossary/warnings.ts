/**
 * Warnings for people who build pages: each once, with a code that
 * `docs/warnings.md` explains. This is the only module that writes to the
 * console.
 */
import type {LoadErrorCode} from './load-error.js';

/** What a warning is about. Those of a `term-error` are also the event's `code`. */
export type WarningCode =
  | LoadErrorCode
  | 'format'
  | 'list'
  | 'missing'
  | 'part'
  | 'unknown'
  | 'left-out'
  | 'layer'
  | 'merge'
  | 'address-form'
  | 'author-markup'
  | 'items'
  | 'locale-strings'
  | 'selector'
  | 'two-linkers'
  | 'framework-text'
  | 'host-data'
  | 'host-json'
  | 'two-answers'
  | 'version';

export type Warn = (code: WarningCode, message: string) => void;

/** Passes on each warning once, however many elements run into it. */
export const once = (warn: Warn): Warn => {
  const known = new Set<string>();
  return (code, message) => {
    const key = `${code}: ${message}`;
    if (known.has(key)) return;
    known.add(key);
    warn(code, message);
  };
};

/** Warns once per page: `term-elements/missing: …`. */
export const warnOnce: Warn = once((code, message) => {
  console.warn(`term-elements/${code}: ${message}`);
});
