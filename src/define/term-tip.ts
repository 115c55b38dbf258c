/** Registers `<term-tip>`; pages that name no glossary show the bundled one. */
import './bundled-glossary.js';
import './own-glossary/term-tip.js';

export type * from './own-glossary/term-tip.js';
