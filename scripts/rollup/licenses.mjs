import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** Writes the licences of all packages that went into a bundle beside it. */
export const licenses = ({fileName = 'licenses.txt'} = {}) => ({
  name: 'licenses',
  generateBundle(_options, bundle) {
    const folders = new Set(
      Object.values(bundle)
        .flatMap(({moduleIds = []}) => moduleIds)
        .map((id) => /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(id)?.[0])
        .filter(Boolean),
    );
    const source = [...folders].sort().map(licenseOf).join('\n\n');
    this.emitFile({type: 'asset', fileName, source});
  },
});

const licenseOf = (folder) => {
  const {name, version, license} = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const text = file ? readFileSync(join(folder, file), 'utf8') : license;
  return `${name} ${version}\n\n${text.trim()}\n`;
};
