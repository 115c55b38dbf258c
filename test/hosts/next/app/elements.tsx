'use client';

import 'term-elements/own-glossary/all.js';

/** Registers the elements in the browser; on a server it does nothing. */
export function Elements() {
  return null;
}
