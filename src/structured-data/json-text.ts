import type {JsonLdNode} from './nodes.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/**
 * A node as the text of a script element. What could end the script, open a
 * comment or a line in JavaScript is written as `\uXXXX` (HTML Standard,
 * "Restrictions for contents of script elements"), so that the text is also
 * safe when a tool serialises the page and parses it again. Parsing the text
 * gives back the node exactly, lone surrogates included.
 */
export const scriptText = (node: JsonLdNode): string =>
  JSON.stringify(node).replace(
    /[<>&\u2028\u2029]/g,
    (character) => ESCAPES[character] ?? character,
  );

/**
 * A short name for the text of a script, by which elements of a prerendered page
 * say what is theirs: its hash (FNV-1a), so that it is right in whatever order a
 * router puts scripts together.
 */
export const scriptName = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return `n${(hash >>> 0).toString(36)}`;
};
