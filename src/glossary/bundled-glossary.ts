import {documentSource} from './document-source.js';
import type {GlossarySource} from './source.js';

/**
 * The glossary that comes with the package. In the package this module has small
 * files in the place of the document (scripts/rollup/bundled-glossary.mjs).
 */
export const openBundled = async (): Promise<GlossarySource> => {
  const {default: document} = await import('../../data/glossary.json');
  return documentSource(document, 'bundled glossary');
};
