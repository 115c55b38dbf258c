/** The pages on hosts show code of the apps that `npm run test:hosts` tries. */
import assert from 'node:assert/strict';
import {existsSync, readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {textOf} from '../../support/evidence.js';

const root = new URL('../../../', import.meta.url);

interface Snippet {
  readonly language: string;
  /** From the root of the repository; empty where the block names no file. */
  readonly file: string;
  readonly lines: readonly string[];
}

/** The fenced blocks of a page, without the indentation of the lists around them. */
const snippetsIn = (markdown: string): readonly Snippet[] =>
  [...markdown.matchAll(/^( *)```(\w*) ?([^\n]*)\n(.*?)\n\1```$/gms)].map(
    ([, indent, language, file, text]) => ({
      language: language!,
      file: file!,
      lines: text!.split('\n').map((line) => line.slice(indent!.length)),
    }),
  );

/** Whether lines follow each other in a file, all of them indented alike. */
const has = (file: readonly string[], lines: readonly string[]): boolean =>
  file.some((first, start) => {
    if (!first.endsWith(lines[0]!)) return false;
    const indent = first.slice(0, first.length - lines[0]!.length);
    return (
      indent.trim() === '' &&
      lines.every(
        (line, index) => file[start + index] === (line && indent + line),
      )
    );
  });

const pages = readdirSync(new URL('docs/hosts/', root)).filter(
  (name) => name !== 'README.md',
);

const snippets = pages.flatMap((name) =>
  snippetsIn(textOf(`docs/hosts/${name}`)).map((snippet) => ({
    page: name,
    ...snippet,
  })),
);

/** Folders of apps: each has a policy. */
const hosts = readdirSync(new URL('test/hosts/', root)).filter((name) =>
  existsSync(new URL(`test/hosts/${name}/policy.txt`, root)),
);

describe('docs/hosts', () => {
  it('has the code of every app', () => {
    assert.ok(hosts.length > 10);
    assert.deepEqual(
      hosts.filter(
        (host) =>
          !snippets.some(({file}) => file.startsWith(`test/hosts/${host}/`)),
      ),
      [],
    );
  });

  it('names a file beside every code but commands', () => {
    assert.deepEqual(
      snippets.filter(({file, language}) => !file && language !== 'sh'),
      [],
    );
  });

  for (const {page, file, lines} of snippets.filter(({file}) => file))
    it(`has in ${page} what ${file} has: ${lines[0]!.trim()}`, () => {
      const path = fileURLToPath(new URL(file, root));
      assert.ok(existsSync(path), `there is no file ${file}`);
      assert.ok(has(textOf(file).split('\n'), lines), lines.join('\n'));
    });

  const index = textOf('docs/hosts/README.md');
  for (const name of pages) {
    it(`lists ${name}, which has every section`, () => {
      assert.ok(index.includes(`(${name})`));
      assert.deepEqual(
        [...textOf(`docs/hosts/${name}`).matchAll(/^## (.*)$/gm)].map(
          ([, heading]) => heading,
        ),
        // prettier-ignore
        ['What to paste', 'What to know', 'Policy', 'Types', 'Prerendering'],
      );
    });
  }

  it('links to pages and headings that exist', () => {
    const slug = (heading: string) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-');
    const isThere = (from: string, link: string): boolean => {
      const [path, fragment] = link.split('#');
      const url = new URL(path || from, new URL('docs/hosts/', root));
      if (!existsSync(url)) return false;
      const target = url.href.slice(root.href.length);
      return (
        !fragment ||
        [...textOf(target).matchAll(/^#+ (.*)$/gm)].some(
          ([, heading]) => slug(heading!) === fragment,
        )
      );
    };
    const faults = [...pages, 'README.md'].flatMap((name) =>
      [...textOf(`docs/hosts/${name}`).matchAll(/\]\(([^):]+)\)/g)]
        .map(([, link]) => link!)
        .filter((link) => !isThere(name, link))
        .map((link) => `${name}: ${link}`),
    );
    assert.deepEqual(faults, []);
  });
});
