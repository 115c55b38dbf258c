import {DeferredSource} from './deferred-source.js';
import {documentSource} from './document-source.js';
import type {GlossarySource} from './source.js';

/** The glossary that comes with the package: a chunk, loaded when first asked. */
export const bundledSource: GlossarySource = new DeferredSource(
  'bundled glossary',
  async (question) => {
    const {default: document} = await import('../../data/glossary.json');
    return question(documentSource(document, 'bundled glossary'));
  },
);
