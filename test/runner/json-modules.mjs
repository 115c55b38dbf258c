import {readFile} from 'node:fs/promises';
import {join} from 'node:path';

const mark = '?module';

/**
 * Lets scripts import JSON, as bundlers do. Only an import gets a module: the
 * same file, fetched, is still JSON.
 */
export const jsonModules = () => {
  let root;
  return {
    name: 'json-modules',
    serverStart({config}) {
      root = config.rootDir;
    },
    transformImport: ({source}) =>
      source.endsWith('.json') ? source + mark : undefined,
    async serve({path, search}) {
      if (search !== mark || !path.endsWith('.json')) return undefined;
      const text = await readFile(join(root, decodeURIComponent(path)), 'utf8');
      return {body: `export default ${text};`, type: 'js'};
    },
  };
};
