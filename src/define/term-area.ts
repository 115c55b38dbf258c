/** Registers `<term-area>`; pages that name no glossary show the bundled one. */
import './bundled-glossary.js';
import './own-glossary/term-area.js';

export type * from './own-glossary/term-area.js';
