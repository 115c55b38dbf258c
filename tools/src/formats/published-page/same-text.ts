const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const character = (code: number) =>
  code <= 0x10ffff ? String.fromCodePoint(code) : '';

/** The words of a text: without runs of space, escapes and entities. */
export const words = (text: string): string =>
  text
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,5}));/gi,
      (whole, ...part) => {
        const [decimal, hex, name] = part as (string | undefined)[];
        if (decimal) return character(Number(decimal));
        if (hex) return character(parseInt(hex, 16));
        return ENTITIES[name!] ?? whole;
      },
    )
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether two texts read the same, however they are written. */
export const sameText = (a: string, b: string): boolean =>
  a === b || words(a) === words(b);
