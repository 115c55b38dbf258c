import type {RichText} from '../types.js';

/** Ids that a text links to: `[[id]]`, `[[id|label]]`. */
export const mentionedIds = (text: RichText | undefined): readonly string[] =>
  typeof text === 'object'
    ? [...text.markdown.matchAll(/\[\[([^\]|]+)/g)].map(([, id]) => id!.trim())
    : [];
