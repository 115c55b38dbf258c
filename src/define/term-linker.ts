/** Registers `<term-linker>`; pages that name no glossary show the bundled one. */
import './bundled-glossary.js';
import './own-glossary/term-linker.js';

export type * from './own-glossary/term-linker.js';
