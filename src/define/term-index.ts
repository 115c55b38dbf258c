/** Registers `<term-index>`; pages that name no glossary show the bundled one. */
import './bundled-glossary.js';
import './own-glossary/term-index.js';

export type * from './own-glossary/term-index.js';
