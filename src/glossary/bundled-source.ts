import {DeferredSource} from './deferred-source.js';
import {loadPart} from './load-part.js';
import type {GlossarySource} from './source.js';

/** The glossary that comes with the package: small chunks, loaded when first asked. */
export const bundledSource: GlossarySource = new DeferredSource(
  'bundled glossary',
  async (question) => {
    const {openBundled} = await loadPart(() => import('./bundled-glossary.js'));
    return question(await openBundled());
  },
);
