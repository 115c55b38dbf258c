/** Registers every element; pages that name no glossary show the bundled one. */
import './bundled-glossary.js';
export {setLocaleStrings} from './own-glossary/all.js';
