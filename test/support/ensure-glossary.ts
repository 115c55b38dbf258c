/** For tests that read the bundled glossary: it is made from its sources. */
import {ensureGlossary} from '../../scripts/glossary/ensure.mjs';

ensureGlossary();
