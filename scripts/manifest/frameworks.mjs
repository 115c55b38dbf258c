/**
 * Types of the elements in the templates of frameworks. One file has what a
 * template may set (`props.d.ts`); the others say so to a framework.
 */
import {format} from 'prettier';
import {choices, writtenElements} from './elements.mjs';

const HEADER = '// Generated from custom-elements.json.\n';

const comment = (text, indent) =>
  [
    `${indent}/**`,
    ...text.split('\n').map((line) => `${indent} * ${line}`.trimEnd()),
    `${indent} */`,
  ].join('\n');

/** `heading-level` needs quotes. */
const key = (name) => (/^\w+$/.test(name) ? name : `'${name}'`);

/** What an attribute of a type may be set to, in markup and by a framework. */
const attributeType = ({type}) => {
  const {text} = type;
  if (text === 'boolean') return "boolean | ''";
  if (text === 'number') return 'number | `${number}`';
  if (text === 'string' || text === 'string | number') return text;
  return choices(text).length ? text : `${text} | string`;
};

/** Types that a declaration names, and the package exports. */
const namesIn = (text) => text.match(/\b[A-Z]\w+/g) ?? [];

const builtIn = new Set(['ShadowRoot', 'HTMLElement', 'Promise']);

const propsName = ({name}) => `${name}Props`;

/** Properties that no attribute has, and that can be set. */
const ownProperties = ({members}) =>
  members.filter(
    ({kind, attribute, readonly}) =>
      kind === 'field' && !attribute && !readonly,
  );

/**
 * Attributes and properties. A framework sets the property where an element has
 * one under the name, else the attribute; names of both are accepted.
 */
const propsOf = (element) => {
  const lines = [];
  const declare = (name, type, description) => {
    lines.push(
      comment(description, '  '),
      `  ${key(name)}?: ${type} | null | undefined;`,
    );
  };
  for (const attribute of element.attributes ?? []) {
    const {name, fieldName, description} = attribute;
    const type = attributeType(attribute);
    declare(name, type, description);
    if (fieldName && fieldName !== name) declare(fieldName, type, description);
  }
  for (const {name, type, description} of ownProperties(element)) {
    declare(name, type.text.replace(/ \| undefined$/, ''), description);
  }
  return `${comment(element.description, '')}
export interface ${propsName(element)} {
${lines.join('\n')}
}
`;
};

const props = (elements) => {
  const bodies = elements.map(propsOf);
  const types = elements.flatMap(({attributes = [], members = []}) =>
    [...attributes, ...members]
      .filter(({kind}) => kind !== 'method')
      .flatMap(({type}) => namesIn(type.text)),
  );
  const imported = [...new Set(types)]
    .filter((name) => !builtIn.has(name))
    .filter((name) => bodies.some((body) => namesIn(body).includes(name)))
    .sort();
  return `${HEADER}import type {${imported.join(', ')}} from '../index.js';

${bodies.join('\n')}`;
};

const importsOf = (elements) => {
  const events = elements.flatMap(({events: own = []}) =>
    own.map(({type}) => type.text),
  );
  const names = [...elements.map(({name}) => name), ...new Set(events)].sort();
  return `import type {${names.join(', ')}} from '../index.js';
import type {${elements.map(propsName).join(', ')}} from './props.js';
`;
};

/** One line per event: `'onterm-load'?: (event: TermLoadEvent) => void`. */
const listeners = (element, ...forms) =>
  (element.events ?? [])
    .flatMap(({name, type}) =>
      forms.map(
        (form) =>
          `      '${form(name)}'?: ((event: ${type.text}) => void) | undefined;`,
      ),
    )
    .join('\n');

const rows = (elements, row) => elements.map(row).join('\n');

const pascal = (name) =>
  name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** Our names come before those of HTML: RDFa has a `resource` too. */
const OVER = `
type Over<Html, Own> = Omit<Html, keyof Own> & Own;
`;

const react = (
  elements,
) => `${HEADER}import type {DetailedHTMLProps, HTMLAttributes} from 'react';
${importsOf(elements)}${OVER}
type Props<Element, Own> = Over<
  DetailedHTMLProps<HTMLAttributes<Element>, Element>,
  Own & {class?: string | undefined}
>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${rows(
  elements,
  (
    element,
  ) => `      '${element.tagName}': Props<${element.name}, ${propsName(element)} & {
${listeners(element, (name) => `on${name}`)}
      }>;`,
)}
    }
  }
}
`;

const preact = (elements) => `${HEADER}import type {JSX} from 'preact';
${importsOf(elements)}${OVER}
type Props<Element extends EventTarget, Own> = Over<JSX.HTMLAttributes<Element>, Own>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
${rows(
  elements,
  (
    element,
  ) => `      '${element.tagName}': Props<${element.name}, ${propsName(element)} & {
${listeners(element, (name) => `on${name}`)}
      }>;`,
)}
    }
  }
}
`;

/** Solid sets properties; what is only an attribute is written \`attr:offline\`. */
const solid = (elements) => `${HEADER}import type {JSX} from 'solid-js';
${importsOf(elements)}${OVER}
type Attributes<Own> = {[Name in keyof Own & string as \`attr:\${Name}\`]?: Own[Name]};

type Properties<Own> = {[Name in keyof Own & string as \`prop:\${Name}\`]?: Own[Name]};

type Props<Element, Own, Events> = Over<
  JSX.HTMLAttributes<Element>,
  Own & Attributes<Own> & Properties<Own> & Events
>;

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
${rows(
  elements,
  (
    element,
  ) => `      '${element.tagName}': Props<${element.name}, ${propsName(element)}, {
${listeners(element, (name) => `on:${name}`)}
      }>;`,
)}
    }
  }
}
`;

const vue = (
  elements,
) => `${HEADER}import type {HTMLAttributes, PublicProps} from 'vue';
${importsOf(elements)}${OVER}
type Component<Element, Own> = new () => Element & {
  /** For templates. */
  $props: Over<HTMLAttributes, Own> & PublicProps;
};

declare module 'vue' {
  interface GlobalComponents {
${rows(
  elements,
  (
    element,
  ) => `    '${element.tagName}': Component<${element.name}, ${propsName(element)} & {
${listeners(element, (name) => `on${pascal(name)}`)}
    }>;`,
)}
  }
}
`;

const svelte = (
  elements,
) => `${HEADER}import type {HTMLAttributes} from 'svelte/elements';
${importsOf(elements)}${OVER}
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${rows(
  elements,
  (
    element,
  ) => `    '${element.tagName}': Over<HTMLAttributes<${element.name}>, ${propsName(element)} & {
${listeners(
  element,
  (name) => `on${name}`,
  (name) => `on:${name}`,
)}
    }>;`,
)}
  }
}
`;

const generators = {props, preact, react, solid, svelte, vue};

/**
 * Declarations by name of the file.
 *
 * @param {import('custom-elements-manifest/schema').Package} manifest
 * @returns {Promise<Record<string, string>>}
 */
export const frameworkTypes = async (manifest) => {
  const elements = writtenElements(manifest);
  const files = Object.entries(generators).map(async ([name, generate]) => [
    `${name}.d.ts`,
    await format(generate(elements), {parser: 'typescript', singleQuote: true}),
  ]);
  return Object.fromEntries(await Promise.all(files));
};
