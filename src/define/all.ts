/** Registers every element; pages that name no glossary show the bundled one. */
import './bundled-glossary.js';
import './own-glossary/all.js';
