import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {globSync} from 'tinyglobby';
import ts from 'typescript';
import * as elements from '../../../src/index.js';
import {GlossaryElement} from '../../../src/page/glossary-element.js';
import {analyse} from '../../../scripts/manifest/analyse.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Item {
  readonly name: string;
  readonly description?: string;
  readonly type?: {readonly text: string};
  readonly kind?: string;
  readonly attribute?: string;
  readonly fieldName?: string;
  readonly privacy?: string;
}

interface Declaration extends Item {
  readonly tagName: string;
  readonly attributes?: readonly Item[];
  readonly members?: readonly Item[];
  readonly events?: readonly Item[];
  readonly slots?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssProperties?: readonly Item[];
  readonly cssStates?: readonly Item[];
}

interface Module {
  readonly path: string;
  readonly declarations: readonly Declaration[];
  readonly exports: readonly {
    readonly kind: string;
    readonly name: string;
    readonly declaration: {readonly name: string; readonly module?: string};
  }[];
}

const LISTS = [
  'attributes',
  'members',
  'events',
  'slots',
  'cssParts',
  'cssProperties',
  'cssStates',
] as const;

const {modules} = analyse() as unknown as {readonly modules: readonly Module[]};
const declarations = modules.flatMap((module) => module.declarations);
const CARD = 'term-tip-card'; // the package creates it; it is not defined
const defined = declarations.filter(({tagName}) => tagName !== CARD);

const declarationOf = (tag: string): Declaration =>
  declarations.find(({tagName}) => tagName === tag)!;

const names = (items: readonly Item[] | undefined): readonly string[] =>
  (items ?? []).map(({name}) => name).sort();

const sorted = (items: Iterable<string>): readonly string[] =>
  [...new Set(items)].sort();

const classOf = ({name}: Item) =>
  (elements as unknown as Record<string, CustomElementConstructor>)[
    name
  ] as CustomElementConstructor & {
    readonly observedAttributes: readonly string[];
  };

/** Source of the module that declares an element. */
const sourceOf = (tag: string): string =>
  modules
    .find((module) => module.declarations.some((it) => it.tagName === tag))!
    .path.replace(/^dist\//, 'src/')
    .replace(/\.js$/, '.ts');

const parsed = new Map<string, ts.SourceFile>();
const parse = (path: string): ts.SourceFile => {
  let file = parsed.get(path);
  if (!file) {
    file = ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022, true);
    parsed.set(path, file);
  }
  return file;
};

const visit = (node: ts.Node, visitor: (node: ts.Node) => void): void => {
  visitor(node);
  ts.forEachChild(node, (child) => {
    visit(child, visitor);
  });
};

/** All modules that an element loads, sooner or later, without those of other elements. */
const modulesOf = (tag: string): readonly string[] => {
  const others = new Set(declarations.map(({tagName}) => sourceOf(tagName)));
  others.delete(sourceOf(tag));
  const found = new Set<string>();
  const enter = (path: string): void => {
    if (found.has(path) || others.has(path) || !existsSync(join(root, path)))
      return;
    found.add(path);
    for (const {fileName} of ts.preProcessFile(read(path)).importedFiles) {
      if (fileName.startsWith('.'))
        enter(join(dirname(path), fileName).replace(/\.js$/, '.ts'));
    }
  };
  enter(sourceOf(tag));
  return [...found];
};

/** Index of the parameter `part` of functions that have one, by their name. */
const partParameters = new Map<string, number>();
const sources = globSync('src/**/*.ts', {cwd: root});
for (const path of sources) {
  visit(parse(path), (node) => {
    if (!ts.isVariableDeclaration(node) && !ts.isFunctionDeclaration(node))
      return;
    const made = ts.isVariableDeclaration(node) ? node.initializer : node;
    if (!made || !(ts.isArrowFunction(made) || ts.isFunctionDeclaration(made)))
      return;
    const index = made.parameters.findIndex(
      ({name}) => name.getText() === 'part',
    );
    if (index >= 0 && node.name) partParameters.set(node.name.getText(), index);
  });
}

/** Parts that a module puts on elements: in templates, and by functions that take one. */
const partsIn = (path: string): readonly string[] => {
  const parts: string[] = [];
  visit(parse(path), (node) => {
    if (!ts.isCallExpression(node)) return;
    const argument =
      node.arguments[partParameters.get(node.expression.getText()) ?? -1];
    if (argument && ts.isStringLiteral(argument)) parts.push(argument.text);
  });
  for (const [, part] of read(path).matchAll(/\spart="([\w-]+)"/g))
    parts.push(part!);
  return parts;
};

const isTemplate = (path: string) =>
  path.startsWith('src/elements/') || /template/.test(path);

/** Values of the first string among the arguments of calls of a function. */
const stringArguments = (path: string, callee: RegExp): readonly string[] => {
  const found: string[] = [];
  visit(parse(path), (node) => {
    if (!ts.isCallExpression(node)) return;
    if (!callee.test(node.expression.getText())) return;
    const text = node.arguments.find((it) => ts.isStringLiteral(it));
    if (text) found.push((text as ts.StringLiteral).text);
  });
  return found;
};

/** What an element writes on itself for the keyboard and for screen readers. */
const OF_ARIA = /^(?:aria-\w+|role|tabindex)$/;

describe('the custom elements manifest', () => {
  it('has the elements, their definitions and nothing else', () => {
    const tags = [
      'breadcrumb-jsonld',
      'faq-block',
      'term-area',
      'term-card',
      'term-figure',
      'term-glossary',
      'term-index',
      'term-linker',
      'term-settings',
      'term-tip',
    ];
    assert.deepEqual(
      declarations.map(({tagName}) => tagName).sort(),
      [...tags, CARD].sort(),
    );
    const exported = modules.flatMap((module) => module.exports);
    const definitions = exported.filter(
      ({kind}) => kind === 'custom-element-definition',
    );
    assert.deepEqual(definitions.map(({name}) => name).sort(), tags);
    for (const {declaration} of definitions) {
      const target = modules.find(({path}) => path === declaration.module);
      assert.ok(
        target?.declarations.some(({name}) => name === declaration.name),
        declaration.name,
      );
    }
    assert.deepEqual(
      modules.filter(
        (module) => !module.declarations.length && !module.exports.length,
      ),
      [],
    );
    assert.ok(!JSON.stringify(modules).includes('GlossaryElement'));
  });

  it('describes everything, with a type where there is one', () => {
    for (const declaration of declarations) {
      for (const list of LISTS) {
        for (const item of declaration[list] ?? []) {
          const place = `${declaration.tagName} ${list} ${item.name}`;
          assert.ok(item.description, `${place} has no description`);
          if (list !== 'slots' && !list.startsWith('css'))
            assert.ok(item.type?.text, `${place} has no type`);
          assert.ok(!/^[#_]/.test(item.name), `${place} is private`);
          assert.notEqual(item.privacy, 'private', place);
          assert.notEqual(item.privacy, 'protected', place);
        }
      }
    }
  });

  for (const declaration of defined) {
    const {tagName} = declaration;

    it(`has the attributes that <${tagName}> reads`, () => {
      const {observedAttributes} = classOf(declaration);
      const attributes = names(declaration.attributes);
      const shared = (
        GlossaryElement as unknown as {
          readonly observedAttributes: readonly string[];
        }
      ).observedAttributes;
      // What is observed and not listed means nothing there, as the comment says.
      const omitted = observedAttributes.filter(
        (name) => !attributes.includes(name) && !OF_ARIA.test(name),
      );
      const said = /@omits (.+)/.exec(read(sourceOf(tagName)))?.[1] ?? '';
      assert.deepEqual(
        sorted(omitted),
        sorted(said.split(' ').filter(Boolean)),
      );
      for (const name of omitted) assert.ok(shared.includes(name), name);
      // The others are read when they are needed.
      const text = modulesOf(tagName).map(read).join('\n');
      for (const name of attributes) {
        if (observedAttributes.includes(name)) continue;
        assert.match(
          text,
          new RegExp(
            `etAttribute\\('${name}'|hasAttribute\\('${name}'|\\[${name}\\]|tr\\(\\w+, '${name}'`,
          ),
          `${name} is read nowhere`,
        );
      }
    });

    it(`has the properties of <${tagName}>`, () => {
      const {prototype} = classOf(declaration);
      for (const {name} of declaration.members ?? []) {
        assert.ok(name in prototype, `${name} is no property`);
      }
      const own = Object.keys(
        (
          classOf(declaration) as unknown as {
            readonly properties?: Record<string, {readonly state?: boolean}>;
          }
        ).properties ?? {},
      ).filter((name) => !name.startsWith('_'));
      for (const name of own)
        assert.ok(names(declaration.members).includes(name), name);
    });
  }

  it('lists every attribute that an element reads of itself', () => {
    const listed = new Set(defined.flatMap((it) => names(it.attributes)));
    // Of HTML, ARIA, microdata and RDFa, and what tools and elements write themselves.
    const others = new Set(
      'hidden href id lang itemtype typeof vocab title prerendered sheet'.split(
        ' ',
      ),
    );
    for (const path of sources) {
      if (!/^src\/(?:elements|page)\//.test(path)) continue;
      for (const name of stringArguments(path, /\b(?:get|has)Attribute$/))
        assert.ok(
          listed.has(name) || others.has(name) || OF_ARIA.test(name),
          `${path}: ${name}`,
        );
    }
  });

  for (const declaration of declarations) {
    const {tagName} = declaration;

    it(`has the parts of <${tagName}>`, () => {
      const parts = names(declaration.cssParts);
      const loaded = modulesOf(tagName);
      // What opens the card also puts marks into it.
      const others = tagName === CARD ? modulesOf('term-tip') : [];
      const possible = new Set([...loaded, ...others].flatMap(partsIn));
      for (const part of loaded.filter(isTemplate).flatMap(partsIn))
        assert.ok(parts.includes(part), `part ${part} is not listed`);
      for (const part of parts)
        assert.ok(possible.has(part), `part ${part} is nowhere`);
    });

    it(`has the custom properties of <${tagName}>`, () => {
      const propertiesIn = (path: string) =>
        [
          ...parse(path).text.matchAll(
            /var\(\s*(--(?:term|faq|breadcrumb)-[\w-]+)/g,
          ),
        ].map(([, name]) => name!);
      const loaded = modulesOf(tagName);
      const properties = names(declaration.cssProperties);
      // Of the styles of another element it may use a few.
      const folder = dirname(sourceOf(tagName));
      const own = loaded.filter(
        (path) => path.startsWith(folder) || path.startsWith('src/page/'),
      );
      for (const name of own.flatMap(propertiesIn))
        assert.ok(properties.includes(name), `${name} is not listed`);
      const possible = new Set(loaded.flatMap(propertiesIn));
      for (const name of properties)
        assert.ok(possible.has(name), `${name} is nowhere`);
    });

    it(`has the slots of <${tagName}>`, () => {
      const text = modulesOf(tagName)
        .filter(isTemplate)
        .map((path) => parse(path).text)
        .join('\n');
      const rendered = [...text.matchAll(/<slot(?: name="(\w+)")?>/g)]
        .map(([, name = '']) => name)
        .concat(
          [...text.matchAll(/slotName\('(\w+)'/g)].map(([, name]) => name!),
        );
      if (tagName === CARD) {
        assert.deepEqual(names(declaration.slots), sorted(rendered));
        return;
      }
      // Templates for the card are read where they stand in these.
      const templates = ['term-tip', 'term-linker', 'term-glossary'];
      const forCard = templates.includes(tagName)
        ? names(declarationOf(CARD).slots)
        : [];
      assert.deepEqual(names(declaration.slots), sorted(['', ...forCard]));
    });
  }

  it('has every state that is set, and no other', () => {
    const set = sources.flatMap((path) => stringArguments(path, /^setState$/));
    assert.deepEqual(
      sorted(set),
      sorted(declarations.flatMap((it) => names(it.cssStates))),
    );
  });

  it('names the classes of events', () => {
    for (const {events = []} of declarations) {
      for (const {name, type} of events) {
        const event = (
          elements as unknown as Record<string, {readonly eventName: string}>
        )[type!.text];
        assert.equal(event?.eventName, name);
      }
    }
  });
});

// ---------------------------------------------------------------- documents

type Row = readonly string[];

/** Tables of a document by the heading above, rows as cells. */
const tablesOf = (path: string): ReadonlyMap<string, readonly Row[]> => {
  const tables = new Map<string, Row[]>();
  let heading = '';
  for (const line of read(path).split('\n')) {
    heading = /^#+ (.+)/.exec(line)?.[1] ?? heading;
    if (!line.startsWith('|')) continue;
    const cells = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    tables.set(heading, [...(tables.get(heading) ?? []), cells]);
  }
  return tables;
};

/** `area`, `resource`: the names between backticks; a property begins with a dot. */
const coded = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`<]+)`/g)].map(([, name]) => name!);

const SHORT = {
  card: 'term-card',
  area: 'term-area',
  figure: 'term-figure',
  index: 'term-index',
  'faq-block': 'faq-block',
  breadcrumb: 'breadcrumb-jsonld',
  tip: 'term-tip',
  linker: 'term-linker',
  settings: 'term-settings',
  glossary: 'term-glossary',
} as const;

/** The elements that a cell names: `card, area`, `all`, ``all but `term-glossary` and `term-settings` ``. */
const tagsIn = (cell: string): readonly string[] => {
  const except = cell.startsWith('all but') ? coded(cell) : [];
  const all: readonly string[] = Object.values(SHORT);
  if (cell.startsWith('all')) return all.filter((tag) => !except.includes(tag));
  return Object.entries(SHORT)
    .filter(([name]) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(cell))
    .map(([, tag]) => tag);
};

/** Attributes of HTML that the documents mention. */
const OF_HTML = new Set(['lang', 'hidden']);

for (const [path, sharedHeading] of [
  ['README.md', 'Elements'],
  ['docs/elements.md', 'What all elements share'],
] as const) {
  describe(`the attribute tables of ${path}`, () => {
    const tables = tablesOf(path);
    const text = read(path);
    const rows = tables
      .get(sharedHeading)!
      .filter(([cell = '']) => /^`[^<]|^–/.test(cell));

    for (const declaration of defined) {
      const {tagName} = declaration;
      it(`are those of <${tagName}>`, () => {
        const shared = rows
          .filter((row) =>
            tagsIn(row.length === 3 ? row[1]! : row[2]!).includes(tagName),
          )
          .flatMap(([cell]) => coded(cell!));
        const own = (tables.get(tagName) ?? []).filter(
          ([first]) => first !== 'attribute' && !first!.startsWith('-'),
        );
        const documented = [...shared, ...own.flatMap(([cell]) => coded(cell!))]
          .filter((name) => !OF_HTML.has(name))
          .filter((name) => !name.startsWith('.'));
        const attributes = names(declaration.attributes);
        // README.md may leave the rest to the reference, to which it links.
        const isElsewhere = text.includes(`(docs/elements.md#${tagName})`);
        assert.deepEqual(
          sorted(documented),
          isElsewhere
            ? attributes.filter((name) => documented.includes(name))
            : attributes,
        );

        const properties = sorted(own.flatMap(([, cell]) => coded(cell!)));
        const members = names(declaration.members);
        for (const name of properties) {
          if (!OF_HTML.has(name)) assert.ok(members.includes(name), name);
        }
      });
    }
  });
}

describe('the tables of docs/elements.md', () => {
  const tables = tablesOf('docs/elements.md');

  const expectLists = (
    heading: string,
    list: 'events' | 'cssStates',
    only: (declaration: Declaration) => boolean = () => true,
  ) => {
    const rows = tables.get(heading)!.filter(([cell]) => cell!.startsWith('`'));
    for (const declaration of defined.filter(only)) {
      const documented = rows
        .filter(([, cell]) => tagsIn(cell!).includes(declaration.tagName))
        .flatMap(([cell]) => coded(cell!));
      assert.deepEqual(
        sorted(documented),
        names(declaration[list]),
        declaration.tagName,
      );
    }
  };

  it('have the events', () => {
    expectLists('Events', 'events');
  });

  it('have the states', () => {
    expectLists('States', 'cssStates');
  });

  it('have the parts', () => {
    const rows = tables.get('Parts')!.filter(([cell]) => cell!.startsWith('`'));
    for (const {tagName, cssParts} of declarations) {
      const row = rows.find(([cell]) => cell === `\`${tagName}\``);
      const documented = coded(row?.[1] ?? '').flatMap((name) =>
        name === 'term-card' ? names(declarationOf(name).cssParts) : [name],
      );
      assert.deepEqual(sorted(documented), names(cssParts), tagName);
    }
  });

  it('have the custom properties', () => {
    const documented = tablesOf('docs/theming.md')
      .get('Custom properties')!
      .map(([cell]) => coded(cell!)[0])
      .filter((name) => name !== undefined);
    assert.deepEqual(
      sorted(documented),
      sorted(declarations.flatMap((it) => names(it.cssProperties))),
    );
  });
});
