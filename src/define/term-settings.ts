/** Registers `<term-settings>`, which reads no glossary. */
import './own-glossary/term-settings.js';

export type * from './own-glossary/term-settings.js';
