/** Ids that name nothing. */
import {addressKey, linkAddress} from '../glossary/address.js';
import {type Inline, parseRichText} from '../rich-text/parse.js';
import {error, type Finding, type Keys} from './finding.js';
import {
  areasOf,
  type Located,
  questionsOf,
  resourcesOf,
  stringsOf,
  termsOf,
  textsOf,
} from './walk.js';

export const checkReferences = (document: unknown): Finding[] => {
  const terms = termsOf(document);
  const areas = areasOf(document);
  const known = new Set<unknown>();
  for (const {value, keys} of terms) {
    known.add(value.id);
    if (typeof value.url === 'string') known.add(addressKey(value.url));
    for (const {value: id} of stringsOf(value.formerIds, keys)) known.add(id);
  }
  const areaIds = new Set(areas.map(({value}) => value.id));
  const isTerm = (id: string) => known.has(id) || known.has(addressKey(id));
  const missingTerm = ({value, keys}: Located<string>): Finding[] =>
    isTerm(value) ? [] : [error(keys, `there is no term "${value}"`)];
  const inTexts = (texts: readonly Located<unknown>[]) =>
    texts.flatMap((text) => checkText(text, isTerm));

  return [
    ...terms.flatMap(({value, keys}) => {
      const {deprecated} = value as {deprecated?: {use?: unknown} | null};
      const use = deprecated?.use;
      return [
        ...stringsOf(value.related, [...keys, 'related']).flatMap(missingTerm),
        ...stringsOf(value.areas, [...keys, 'areas']).flatMap((area) =>
          areaIds.has(area.value)
            ? []
            : [error(area.keys, `there is no area "${area.value}"`)],
        ),
        ...(typeof use === 'string'
          ? missingTerm({value: use, keys: [...keys, 'deprecated', 'use']})
          : []),
        ...inTexts(textsOf({value, keys}, 'definition')),
      ];
    }),
    ...areas.flatMap((area) => [
      ...questionsOf(area).flatMap((question) =>
        inTexts(textsOf(question, 'answer')),
      ),
      ...resourcesOf(area).flatMap(({value, keys}) =>
        stringsOf(value.terms, [...keys, 'terms']).flatMap(missingTerm),
      ),
    ]),
  ];
};

/** The mentions and links inside a Markdown text. */
const checkText = (
  {value, keys}: Located<unknown>,
  isTerm: (id: string) => boolean,
): Finding[] => {
  const markdown = (value as {markdown?: unknown} | null | undefined)?.markdown;
  if (typeof markdown !== 'string') return [];
  const at: Keys = [...keys, 'markdown'];
  return [...inlinesOf(markdown)].flatMap((node) => {
    if (node.type === 'term' && !isTerm(node.id)) {
      return [error(at, `[[${node.id}]]: there is no term "${node.id}"`)];
    }
    if (node.type === 'link' && linkAddress(node.url) === undefined) {
      return [error(at, unsafeAddress(node.url))];
    }
    return [];
  });
};

export const unsafeAddress = (address: string) =>
  `expected an http(s), mailto or relative address, received "${address.slice(0, 60)}"`;

function* inlinesOf(markdown: string): Generator<Inline> {
  const stack = parseRichText(markdown)
    .flatMap((block) =>
      block.type === 'list' ? block.items.flat() : block.children,
    )
    .reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    if ('children' in node) stack.push(...node.children.toReversed());
  }
}
