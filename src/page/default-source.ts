import {DeferredSource} from '../glossary/deferred-source.js';
import {GlossaryLoadError} from '../glossary/load-error.js';
import type {GlossarySource} from '../glossary/source.js';

/**
 * What elements read if nothing is bundled: a source that fails with a message.
 */
const missingSource = new DeferredSource('no glossary', () =>
  Promise.reject(
    new GlossaryLoadError(
      'address',
      'no glossary',
      'the page names no glossary, and none is bundled. Set `src` or `glossary`, or add a <link rel="glossary">.',
    ),
  ),
);

let current: GlossarySource = missingSource;

/**
 * What elements read on a page that names no glossary. Entry points that bundle
 * a glossary set it, so that a bundler leaves the glossary out if none of them
 * is imported.
 */
export const defaultSource = (): GlossarySource => current;

export const setDefaultSource = (source: GlossarySource): void => {
  current = source;
};
