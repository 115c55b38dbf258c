/** Registers `<faq-block>`; pages that name no glossary show the bundled one. */
import './bundled-glossary.js';
import './own-glossary/faq-block.js';

export type * from './own-glossary/faq-block.js';
