/** Ids that name nothing. */
import {addressKey} from 'term-elements/glossary';
import {type Finding, finding} from './finding.js';
import {inlinesOf, richTextsOf} from './texts.js';
import {
  areasOf,
  type Located,
  resourcesOf,
  stringsOf,
  termsOf,
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
    isTerm(value)
      ? []
      : [finding('unknown-reference', keys, `there is no term "${value}"`)];

  return [
    ...terms.flatMap(({value, keys}) => {
      const {deprecated} = value as {deprecated?: {use?: unknown} | null};
      const use = deprecated?.use;
      return [
        ...stringsOf(value.related, [...keys, 'related']).flatMap(missingTerm),
        ...stringsOf(value.areas, [...keys, 'areas']).flatMap((area) =>
          areaIds.has(area.value)
            ? []
            : [
                finding(
                  'unknown-reference',
                  area.keys,
                  `there is no area "${area.value}"`,
                ),
              ],
        ),
        ...(typeof use === 'string'
          ? missingTerm({value: use, keys: [...keys, 'deprecated', 'use']})
          : []),
      ];
    }),
    ...areas.flatMap((area) =>
      resourcesOf(area).flatMap(({value, keys}) =>
        stringsOf(value.terms, [...keys, 'terms']).flatMap(missingTerm),
      ),
    ),
    ...richTextsOf(document).flatMap((text) => checkText(text, isTerm)),
  ];
};

/** The mentions inside a Markdown text. */
const checkText = (
  {value, keys}: Located<unknown>,
  isTerm: (id: string) => boolean,
): Finding[] =>
  [...inlinesOf(value)].flatMap((node) =>
    node.type === 'term' && !isTerm(node.id)
      ? [
          finding(
            'unknown-reference',
            [...keys, 'markdown'],
            `[[${node.id}]]: there is no term "${node.id}"`,
          ),
        ]
      : [],
  );
