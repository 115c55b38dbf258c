/** Registers `<term-card>`; pages that name no glossary show the bundled one. */
import './bundled-glossary.js';
import './own-glossary/term-card.js';

export type * from './own-glossary/term-card.js';
