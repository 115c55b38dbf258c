/** What editors complete and explain: custom data of VS Code, web-types of JetBrains. */
import {allElements, choices, once, writtenElements} from './elements.mjs';

const isBoolean = ({type}) => type?.text === 'boolean';

const oneLine = (text) => text.replace(/\s*\n\s*/g, ' ');

/** Lists for a tooltip, as Markdown. */
const lists = ({events = [], slots = [], cssParts = [], cssStates = []}) =>
  [
    ['Events', events],
    ['Slots', slots.filter(({name}) => name)],
    ['Parts', cssParts],
    ['States', cssStates],
  ]
    .filter(([, items]) => items.length)
    .map(([title, items]) =>
      [
        `**${title}**`,
        '',
        ...items.map(
          ({name, description}) => `- \`${name}\`: ${oneLine(description)}`,
        ),
      ].join('\n'),
    );

const describe = (element) =>
  [element.description, ...lists(element)].join('\n\n');

const cssProperties = (manifest) =>
  once(allElements(manifest).flatMap(({cssProperties = []}) => cssProperties));

/** For `html.customData` in the settings of VS Code. */
export const htmlCustomData = (manifest) => ({
  version: 1.1,
  tags: writtenElements(manifest).map((element) => ({
    name: element.tagName,
    description: {kind: 'markdown', value: describe(element)},
    attributes: (element.attributes ?? []).map((attribute) => ({
      name: attribute.name,
      description: {kind: 'markdown', value: oneLine(attribute.description)},
      // An attribute that is there or not, to be completed without a value.
      ...(isBoolean(attribute) && {valueSet: 'v'}),
      ...valuesOf(attribute),
    })),
  })),
});

const valuesOf = ({type}) => {
  const values = choices(type?.text).map((name) => ({name}));
  return values.length ? {values} : {};
};

/** For `css.customData` in the settings of VS Code. */
export const cssCustomData = (manifest) => ({
  version: 1.1,
  properties: cssProperties(manifest).map((property) => ({
    name: property.name,
    description: propertyText(property),
  })),
});

const propertyText = ({description, default: value}) =>
  value ? `${description} Default: ${value}` : description;

/** For JetBrains IDEs, which find it by `web-types` in package.json. */
export const webTypes = (manifest, {name, version}) => ({
  $schema: 'https://json.schemastore.org/web-types',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: writtenElements(manifest).map((element) => ({
        name: element.tagName,
        description: element.description,
        attributes: (element.attributes ?? []).map((attribute) => ({
          name: attribute.name,
          description: attribute.description,
          value: isBoolean(attribute)
            ? {kind: 'no-value', type: 'boolean'}
            : {type: attribute.type.text},
          ...(attribute.default && {default: attribute.default}),
        })),
        slots: element.slots?.map(({name: slot, description}) => ({
          name: slot,
          description,
        })),
        js: {
          properties: (element.members ?? [])
            .filter(({kind}) => kind === 'field')
            .map((field) => ({
              name: field.name,
              description: field.description,
              type: field.type.text,
              ...(field.readonly && {'read-only': true}),
            })),
          events: element.events?.map((event) => ({
            name: event.name,
            type: event.type.text,
            description: event.description,
          })),
        },
        css: cssOf(element),
      })),
    },
    css: {
      properties: cssProperties(manifest).map((property) => ({
        name: property.name,
        description: propertyText(property),
      })),
    },
  },
});

const cssOf = ({cssParts = [], cssStates = []}) => ({
  parts: cssParts.map(({name, description}) => ({name, description})),
  'pseudo-classes': cssStates.map(({name, description}) => ({
    name: `state(${name})`,
    description,
  })),
});
