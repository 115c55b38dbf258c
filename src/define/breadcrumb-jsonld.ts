/** Registers `<breadcrumb-jsonld>`; pages that name no glossary show the bundled one. */
import './bundled-glossary.js';
import './own-glossary/breadcrumb-jsonld.js';

export type * from './own-glossary/breadcrumb-jsonld.js';
