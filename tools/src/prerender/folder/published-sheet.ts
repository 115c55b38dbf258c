import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {CommandError} from '../../terminal/errors.js';

/** Name of the style sheet, in the package and in the root of a site. */
export const STYLESHEET = 'term-elements.css';

/**
 * The look of prerendered content, as the package has it.
 *
 * @throws {CommandError} Where the package has not been built.
 */
export const publishedSheet = async (): Promise<Uint8Array> => {
  const {resolve} = createRequire(import.meta.url);
  try {
    return await readFile(resolve(`term-elements/${STYLESHEET}`));
  } catch {
    throw new CommandError(
      `the package has no ${STYLESHEET}`,
      'In the sources of term-elements: npm run build',
    );
  }
};
