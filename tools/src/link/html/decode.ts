import {isText, parsePart} from '../../documents/html/tree.js';

/** References that are remembered; a text has few different ones. */
const MOST = 1000;
const known = new Map<string, string | undefined>();

/** What a character reference of HTML stands for, as the parser says. */
export const decodeReference = (reference: string): string | undefined => {
  if (known.has(reference)) return known.get(reference);
  const [node] = parsePart(reference).childNodes;
  const text = node && isText(node) ? node.value : reference;
  const decoded = text === reference ? undefined : text;
  if (known.size >= MOST) known.clear();
  known.set(reference, decoded);
  return decoded;
};
