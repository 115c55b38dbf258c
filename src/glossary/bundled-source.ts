import {DeferredSource} from './deferred-source.js';
import type {GlossarySource} from './source.js';

let opened: Promise<GlossarySource> | undefined;

const open = (): Promise<GlossarySource> =>
  (opened ??= import('./bundled-glossary.js')
    .then(({openBundled}) => openBundled())
    .catch((error: unknown) => {
      // Asked for again: the network may be back.
      opened = undefined;
      throw error;
    }));

/** The glossary that comes with the package: small chunks, loaded when first asked. */
export const bundledSource: GlossarySource = new DeferredSource(
  'bundled glossary',
  async (question) => question(await open()),
);
