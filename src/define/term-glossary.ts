/** Registers `<term-glossary>`; pages that name no glossary show the bundled one. */
import './bundled-glossary.js';
import './own-glossary/term-glossary.js';

export type * from './own-glossary/term-glossary.js';
