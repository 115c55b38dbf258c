import {readDocument} from '../../documents/read.js';
import type {Linter} from '../linter.js';
import {MdxError} from '../../documents/markdown/mdx-error.js';
import type {FolderSite} from './folder-site.js';

/** Lints a document. One that cannot be read is reported, and the others go on. */
export const lintDocument = async (
  file: string,
  source: string,
  {linter, site}: {readonly linter: Linter; readonly site: FolderSite},
): Promise<void> => {
  const text = source.replace(/^\uFEFF/, '');
  try {
    const document = await readDocument(file, text);
    site.remember(file, document.anchors);
    linter.document(document);
  } catch (error) {
    if (!(error instanceof MdxError)) throw error;
    linter.unreadable(file, text, error);
  }
};
