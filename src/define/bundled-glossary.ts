/** Gives elements the bundled glossary, for pages that name none. */
import {bundledSource} from '../glossary/bundled-source.js';
import {setDefaultSource} from '../page/default-source.js';

setDefaultSource(bundledSource);
