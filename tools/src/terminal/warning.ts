/** Something that was not read as it is written. */
export interface Warning {
  readonly file: string;
  /** Line in the file, from 1. */
  readonly line: number;
  readonly message: string;
  /** What the reader of the page sees, where the page contradicts itself. */
  readonly visible?: string;
  /** What the JSON-LD of the page says. */
  readonly data?: string;
}

const EXCERPT = 80;
const LEAD = 20;

/**
 * Two texts that differ, each short enough for a line: cut so that the first
 * difference is in sight.
 */
export const excerpts = (a: string, b: string): readonly [string, string] => {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const from = Math.max(0, same - LEAD);
  const cut = (text: string) => {
    const part = text.slice(from, from + EXCERPT);
    return JSON.stringify(
      (from ? '…' : '') + part + (from + EXCERPT < text.length ? '…' : ''),
    );
  };
  return [cut(a), cut(b)];
};

/** `page.md:12: warning: …`, as editors and terminals link it. */
export const warningText = (
  {file, line, message}: Warning,
  mark: (text: string) => string = (text) => text,
): string => `${file}:${line}: ${mark('warning:')} ${message}\n`;
