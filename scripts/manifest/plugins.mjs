/** What the analyzer of custom elements manifests does not know of this package. */

/** @typedef {import('custom-elements-manifest/schema').Package} Manifest */

/** Attributes and tags in the comment of a class: `[tag, text]`. */
const tagsOf = (ts, node) =>
  ts
    .getJSDocTags(node)
    .map(({tagName, comment}) => [
      tagName.text,
      ts.getTextOfJSDocComment(comment)?.trim() ?? '',
    ]);

const classOf = (moduleDoc, node) =>
  moduleDoc.declarations.find(({name}) => name === node.name?.getText());

/** The value of `static properties`, an object literal. */
const staticProperties = (ts, node) =>
  node.members.find(
    (member) =>
      ts.isPropertyDeclaration(member) &&
      member.name.getText() === 'properties',
  )?.initializer?.properties ?? [];

/** Internal state is declared beside properties, with `state: true`. */
const stateNames = (ts, node) =>
  staticProperties(ts, node)
    .filter(({initializer}) =>
      initializer?.properties?.some(
        (option) =>
          option.name.getText() === 'state' &&
          option.initializer.kind === ts.SyntaxKind.TrueKeyword,
      ),
    )
    .map((property) => property.name.getText());

const without = (list, names) =>
  list?.filter(({name}) => !names.includes(name));

/** Keeps internal state out of attributes and members. */
export const withoutState = () => ({
  name: 'without-state',
  analyzePhase({ts, node, moduleDoc}) {
    if (!ts.isClassDeclaration(node)) return;
    const names = stateNames(ts, node);
    const declaration = classOf(moduleDoc, node);
    if (!declaration || names.length === 0) return;
    declaration.attributes = without(declaration.attributes, names);
    declaration.members = without(declaration.members, names);
  },
});

/**
 * `define('term-card', TermCard)` is how elements are registered here.
 * The reference gets its module when all modules are known.
 */
export const definitions = () => ({
  name: 'definitions',
  analyzePhase({ts, node, moduleDoc}) {
    if (!ts.isCallExpression(node)) return;
    if (node.expression.getText() !== 'define') return;
    const [tag, element] = node.arguments;
    if (!ts.isStringLiteral(tag)) return;
    moduleDoc.exports.push({
      kind: 'custom-element-definition',
      name: tag.text,
      declaration: {name: element.getText()},
    });
  },
  packageLinkPhase({customElementsManifest: {modules}}) {
    for (const {exports} of modules) {
      for (const {kind, declaration} of exports) {
        if (kind !== 'custom-element-definition') continue;
        declaration.module = modules.find(({declarations}) =>
          declarations.some(({name}) => name === declaration.name),
        ).path;
      }
    }
  },
});

/**
 * Custom properties and parts that stand in one place and hold for several
 * elements. The comment of an exported style sheet lists its properties, for
 * every class that names it; `@includes TermCard` in the comment of a class adds
 * the parts of another one.
 */
export const shared = () => {
  /** Custom properties by name of the style sheet. */
  const sheets = new Map();
  /** Names that a class uses, and classes whose parts it has. */
  const uses = new Map();
  return {
    name: 'shared',
    analyzePhase({ts, node, moduleDoc}) {
      if (ts.isVariableStatement(node)) {
        const properties = tagsOf(ts, node)
          .filter(([tag]) => tag === 'cssprop')
          .map(([, text]) => cssProperty(text));
        const [{name}] = node.declarationList.declarations;
        if (properties.length) sheets.set(name.getText(), properties);
      } else if (ts.isClassDeclaration(node)) {
        const names = node.getText().match(/\w+/g);
        const included = tagsOf(ts, node)
          .filter(([tag]) => tag === 'includes')
          .map(([, name]) => name);
        uses.set(classOf(moduleDoc, node), {names: new Set(names), included});
      }
    },
    packageLinkPhase({customElementsManifest: {modules}}) {
      const classes = modules.flatMap(({declarations}) => declarations);
      for (const [declaration, {names, included}] of uses) {
        for (const [sheet, properties] of sheets) {
          if (names.has(sheet)) add(declaration, 'cssProperties', properties);
        }
        for (const name of included) {
          const other = classes.find((it) => it.name === name);
          add(declaration, 'cssParts', other.cssParts);
        }
      }
    },
  };
};

/** `[--term-radius=10px] - Radius of the frame.` */
const cssProperty = (text) => {
  const {name, value, description} =
    /^\[?(?<name>--[\w-]+)(?:=(?<value>[^\]]+))?\]?\s+-\s+(?<description>.+)$/s.exec(
      text,
    ).groups;
  return {
    description: description.replace(/\s+/g, ' '),
    name,
    ...(value && {default: value}),
  };
};

/** Adds what the class does not describe itself. */
const add = (declaration, key, items) => {
  const own = (declaration[key] ??= []);
  own.push(...items.filter(({name}) => own.every((it) => it.name !== name)));
};

/**
 * `@omits heading-level` in the comment of a class: an attribute of the base
 * class that means nothing there.
 */
export const omissions = () => {
  const omitted = new Map();
  return {
    name: 'omissions',
    analyzePhase({ts, node, moduleDoc}) {
      if (!ts.isClassDeclaration(node)) return;
      const names = tagsOf(ts, node)
        .filter(([tag]) => tag === 'omits')
        .flatMap(([, text]) => text.split(/\s+/));
      omitted.set(classOf(moduleDoc, node), names);
    },
    packageLinkPhase() {
      for (const [declaration, names] of omitted) {
        if (names.length === 0) continue;
        declaration.attributes = without(declaration.attributes, names);
        declaration.members = declaration.members.filter(
          ({attribute}) => !names.includes(attribute),
        );
      }
    },
  };
};

/** A copy without a key. */
const omit = ({...item}, key) => {
  delete item[key];
  return item;
};

/** An attribute or property without a default that says something has none. */
const withoutEmptyDefault = ({default: value, ...item}) =>
  value === undefined || value === 'undefined' || value === "''"
    ? item
    : {...item, default: value};

/** Undefined is what an attribute is when it is absent, and no type of its value. */
const valueType = ({type, ...attribute}) => ({
  ...attribute,
  ...(type && {
    type: {text: type.text.replace(/ \| (?:undefined|null)\b/g, '')},
  }),
});

const isPublic = ({name, privacy = 'public', static: isStatic}) =>
  privacy === 'public' && !isStatic && !/^[#_]/.test(name);

const publicItem = (item) => withoutEmptyDefault(omit(item, 'inheritedFrom'));

/** A class may have another default than the one from which it has the property. */
const defaultOf = ({fieldName, default: value}, members) =>
  members.find(({name}) => name === fieldName)?.default ?? value;

/**
 * The declaration of an element, with nothing of the inside. One that nobody
 * defines, the card of tips, is there for its parts: its class is no element.
 */
const publicDeclaration = (
  {attributes, members = [], ...declaration},
  isDefined,
) => ({
  ...omit(declaration, 'superclass'),
  ...(attributes && {
    attributes: attributes
      .map((item) => ({...item, default: defaultOf(item, members)}))
      .map(publicItem)
      .map(valueType),
  }),
  ...(isDefined && {members: members.filter(isPublic).map(publicItem)}),
});

/**
 * What the manifest names is published, not our sources. Of the two modules that
 * define an element, with the bundled glossary and without, it names the first.
 */
const publishedPath = (path) =>
  path
    .replace(/^\/?src\//, 'dist/')
    .replace('/own-glossary/', '/')
    .replace(/\.ts$/, '.js');

/**
 * Leaves the elements and their definitions, under the paths that they are
 * published at. It comes last.
 */
export const publicOnly = () => ({
  name: 'public-only',
  packageLinkPhase({customElementsManifest: manifest}) {
    const defined = new Set(
      manifest.modules.flatMap(({exports}) =>
        exports
          .filter(({kind}) => kind === 'custom-element-definition')
          .map(({name}) => name),
      ),
    );
    manifest.modules = manifest.modules
      .map((module) => ({
        ...module,
        declarations: module.declarations
          .filter(({tagName}) => tagName)
          .map((it) => publicDeclaration(it, defined.has(it.tagName))),
        exports: module.exports.filter(
          ({kind, declaration}) =>
            kind === 'custom-element-definition' ||
            module.declarations.some(
              ({name, tagName}) =>
                defined.has(tagName) && name === declaration.name,
            ),
        ),
      }))
      .filter(
        ({declarations, exports}) => declarations.length || exports.length,
      )
      .map(({path, declarations, exports, ...module}) => ({
        ...module,
        path: publishedPath(path),
        declarations,
        exports: exports.map(({declaration, ...item}) => ({
          ...item,
          declaration: {
            ...declaration,
            ...(declaration.module && {
              module: publishedPath(declaration.module),
            }),
          },
        })),
      }));
  },
});
