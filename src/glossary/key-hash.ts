/**
 * A 32-bit hash of a text: FNV-1a over its UTF-16 units, then the finalizer of
 * MurmurHash3, so that the upper bits depend on every letter. It spreads keys
 * over files and guards nothing.
 */
export const keyHash = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};
