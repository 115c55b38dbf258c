/** Registers every element, without the bundled glossary. */
export {setLocaleStrings} from '../../page/locale.js';
import './term-glossary.js';
import './term-card.js';
import './term-area.js';
import './term-figure.js';
import './term-index.js';
import './faq-block.js';
import './breadcrumb-jsonld.js';
import './term-tip.js';
import './term-linker.js';
import './term-settings.js';
