/** Registers `<term-figure>`; pages that name no glossary show the bundled one. */
import './bundled-glossary.js';
import './own-glossary/term-figure.js';

export type * from './own-glossary/term-figure.js';
