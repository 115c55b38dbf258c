/**
 * What generators read of a manifest.
 *
 * @param {import('custom-elements-manifest/schema').Package} manifest
 * @returns The declarations of elements that an author writes, that is, of those
 *   that are defined, by tag.
 */
export const writtenElements = ({modules}) => {
  const tags = new Set(
    modules.flatMap(({exports}) =>
      exports
        .filter(({kind}) => kind === 'custom-element-definition')
        .map(({name}) => name),
    ),
  );
  return allElements({modules}).filter(({tagName}) => tags.has(tagName));
};

/** All declarations of elements, also of one that only the package creates. */
export const allElements = ({modules}) =>
  modules
    .flatMap(({declarations}) => declarations)
    .filter(({tagName}) => tagName);

/** The words of a union of strings: `'wrap' | 'highlight'`; else none. */
export const choices = (type = '') =>
  /^(?:'[^']*'(?: \| )?)+$/.test(type)
    ? [...type.matchAll(/'([^']+)'/g)].map(([, word]) => word)
    : [];

/** What describes the same thing on several elements, once. */
export const once = (items) => [
  ...new Map(items.map((item) => [item.name, item])).values(),
];
