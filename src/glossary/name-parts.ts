/**
 * The names that one written name stands for: glossaries write "Replace-by-fee
 * (RBF)", and texts say one or the other. Pure, and independent of languages.
 */

/** A name that is part of a written one. */
export interface NamePart {
  readonly name: string;
  /** Of an abbreviation: the part that it abbreviates. */
  readonly fullName?: string;
}

const PARENTHESES = /^(\S[^()]*?)\s*\(\s*([^()]{2,200}?)\s*\)$/;
/** `also known as` and the like, in front of another name. */
const ALSO = /^(?:also|aka|a\.k\.a\.|formerly|or|short)\s+(.+)$/i;
const QUALIFIED = /^([^,]+),\s+([^,\s]+(?:\s[^,\s]+){0,2})$/;

/** Two capitals, and few letters: `RBF`, `PoS`, `HTLCs`. A digit counts as a capital. */
const LOOKS_SHORT =
  /^(?=\S*[\p{Lu}\d]\S*[\p{Lu}\d])[\p{L}\d][\p{L}\d.&+/-]{1,9}$/u;
const IN_CAPITALS = /^[\p{Lu}\d]{3,8}s?$/u;

/**
 * Whether letters are an abbreviation of a name: they stand in it in this order,
 * the first one at its beginning, and are fewer by a third at least.
 */
export const abbreviates = (letters: string, name: string): boolean => {
  if (!LOOKS_SHORT.test(letters)) return false;
  const wanted = [...letters.toLowerCase().replace(/[^\p{L}\p{N}]|s$/gu, '')];
  const text = name.toLowerCase();
  if (text.length * 2 < wanted.length * 3 || !text.startsWith(wanted[0] ?? ' '))
    return false;
  let at = 0;
  return wanted.every((letter) => {
    at = text.indexOf(letter, at) + 1;
    return at > 0;
  });
};

/** Of "name (abbr) rest": what is before and after belongs together. */
const INSIDE = /^(\S[^()]*?)\s*\(\s*([^()\s]{2,20})\s*\)\s+(\S[^()]*)$/;

/** Of "name (other)": what each of the two is. */
const ofParentheses = (name: string, other: string): readonly NamePart[] => {
  if (abbreviates(other, name)) return [{name}, {name: other, fullName: name}];
  if (abbreviates(name, other)) return [{name, fullName: other}, {name: other}];
  const also = ALSO.exec(other)?.[1];
  if (also !== undefined) return [{name}, {name: also}];
  // Anything else distinguishes several things of this name.
  return IN_CAPITALS.test(other)
    ? [{name}, {name: other, fullName: name}]
    : [{name}];
};

/** Whether a slash was no part of what stands in parentheses. */
const isBalanced = (part: string): boolean =>
  part.split('(').length === part.split(')').length;

/**
 * The names in a written name, without the written name itself:
 *
 * - "Name (ABBR)" and "ABBR (name)": both parts;
 * - "Name (qualifier)": the name;
 * - "Just-in-time (JIT) channels": "Just-in-time channels" and "JIT channels";
 * - "A / B": each;
 * - "option, American": "American option".
 *
 * Most names have no parts, and most of these are recognised by one look.
 */
export const partsOfName = (written: string): readonly NamePart[] => {
  if (!/[(,/]/.test(written) || written.length > 400) return [];
  const name = written.trim();
  const others = name.split(/\s\/\s/);
  if (others.length > 1 && others.every(isBalanced))
    return others.flatMap((other) => {
      const part = other.trim();
      return part.length > 1 ? [{name: part}, ...partsOfName(part)] : [];
    });
  const [, before, inside] = PARENTHESES.exec(name) ?? [];
  if (before !== undefined && inside !== undefined)
    return ofParentheses(before, inside);
  const [, front = '', abbreviation = '', rest = ''] = INSIDE.exec(name) ?? [];
  if (abbreviates(abbreviation, front)) {
    const fullName = `${front} ${rest}`;
    return [{name: fullName}, {name: `${abbreviation} ${rest}`, fullName}];
  }
  const [, head, qualifier] = QUALIFIED.exec(name) ?? [];
  return head === undefined ? [] : [{name: `${qualifier} ${head}`}];
};

/** The names of a term. */
interface Named {
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
  readonly abbreviation?: string | undefined;
}

/**
 * What the abbreviation of a term abbreviates: the first of its names that has
 * the letters, or its name where none has. `CLOB` is "central limit order book",
 * an alias, and not "order book".
 */
export const fullNameOf = ({
  name,
  aliases = [],
  abbreviation = '',
}: Named): string => {
  for (const written of [name, ...aliases]) {
    const parts = [...partsOfName(written).map((part) => part.name), written];
    const full = parts.find((part) => abbreviates(abbreviation, part));
    if (full !== undefined) return full;
  }
  return name;
};
