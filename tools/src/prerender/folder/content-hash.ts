import {createHash} from 'node:crypto';

/** Names a content: two that are not the same have different names. */
export const contentHash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url');
