import {lstatSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {CommandError} from '../terminal/errors.js';

/** The page's own files, beside the modules and beside the sources. */
const OWN = new URL('./assets/', import.meta.url);

/** The script-tag build of the elements. */
const ELEMENTS = new URL('./', import.meta.resolve('term-elements/cdn/all.js'));

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

const isFile = (url: URL): boolean =>
  lstatSync(url, {throwIfNoEntry: false})?.isFile() === true;

/**
 * The folder with the built elements.
 *
 * @throws {CommandError} Where they are not built.
 */
export const elementsFolder = (): URL => {
  if (isFile(new URL('all.js', ELEMENTS))) return ELEMENTS;
  throw new CommandError(
    `the elements that the preview shows are not built: expected all.js in ${fileURLToPath(ELEMENTS)}`,
    'In the sources of term-elements: npm run build',
  );
};

/**
 * A file that pages load: `/assets/preview.css`, `/elements/all.js`. There are no
 * folders in either, so no name can lead out of them, and no symbolic link is
 * followed.
 */
export const assetAt = async (
  path: string,
): Promise<{readonly type: string; readonly body: Buffer} | undefined> => {
  const [, folder, name, ending] =
    /^\/(assets|elements)\/([\w-][\w.-]{0,200}\.(css|js|svg))$/.exec(path) ??
    [];
  const type = TYPES[ending ?? ''];
  if (!name || !type) return undefined;
  const url = new URL(name, folder === 'assets' ? OWN : elementsFolder());
  return isFile(url) ? {type, body: await readFile(url)} : undefined;
};
