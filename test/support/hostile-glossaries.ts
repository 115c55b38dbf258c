/**
 * Glossaries that mean harm: each text that the schema knows is replaced with
 * each hostile value, so a field that is added to the format is tried at once.
 */
import {examineGlossary} from '../../src/glossary/parse.js';
import type {Glossary} from '../../src/glossary/types.js';
import {FIGURES} from './figures.js';
import {FULL, type Path, places, withAt} from './full-glossary.js';

/** Sets a global variable where it is run. */
const RUN = 'globalThis.harmed=1';

/**
 * What is put into a text.
 *
 * @param stranger Origin of a server that nobody is to ask.
 */
export const hostileValues = (
  stranger: string,
): Readonly<Record<string, string>> => ({
  'a script as an address': `javascript:${RUN}`,
  'a hidden scheme': `\u0001 Java\nScript:${RUN}`,
  'a page as an address': `data:text/html,<script>parent.${RUN}</script>`,
  'an older script': `VBScript:${RUN}`,
  'an address of a stranger': `${stranger}/{}`,
  'the end of a script, and markup': `</script></template></textarea --><script>${RUN}</script><img src=${stranger}/a onerror=${RUN}><link rel=stylesheet href=${stranger}/b><style>@import "${stranger}/c"</style><iframe src="javascript:parent.${RUN}"></iframe>`,
  'the end of an attribute': `"'><img src="${stranger}/d" onerror="${RUN}"><svg/onload=${RUN}>`,
  'links and pictures in Markdown': `[a](javascript:${RUN}) ![b](${stranger}/e) [c](data:text/html,x) <vbscript:x> [d][e]\n\n[e]: javascript:${RUN}`,
});

const OWN = 'https://own.example/';

/** Fields that hold an address. */
const isAddress = (path: Path) => path.at(-1) === 'url';

/** What the schema alone does not give: that parts refer to each other, and are shown. */
const SHOWN: Glossary = (() => {
  let document: unknown = FULL;
  for (const path of places(FULL))
    if (isAddress(path))
      document = withAt(document, path, `${OWN}${path.join('/')}`);
  const whole = document as Glossary & {terms: object[]; areas: object[]};
  const [term] = whole.terms as {definition: unknown}[];
  const [area] = whole.areas as unknown as {
    questions: object[];
    resources: {page: object}[];
  }[];
  const [question] = area!.questions;
  const [resource] = area!.resources;
  return {
    ...whole,
    terms: [
      {
        ...term,
        definition: {markdown: 'Some *words* and [a link](/x).'},
        figure: FIGURES.payoff,
      },
    ],
    areas: [
      {
        ...area,
        questions: [
          question,
          {question: 'Q?', answer: {markdown: 'An [answer](/y).'}},
        ],
        resources: [
          {
            ...resource,
            page: {
              ...resource!.page,
              patch: [],
              blocks: [
                ...['BreadcrumbList', 'FAQPage', 'CollectionPage'],
                {'@type': 'WebSite', url: OWN, image: [{url: OWN}]},
              ],
            },
          },
        ],
      },
    ],
  } as unknown as Glossary;
})();

/** Where a text stands. */
const TEXTS: readonly Path[] = [...places(SHOWN)].filter((path) => {
  let value: unknown = SHOWN;
  for (const key of path)
    value = (value as Record<string | number, unknown>)[key];
  return typeof value === 'string';
});

/** Texts are hostile a few at a time, so that one does not hide what another does. */
const GROUPS = 3;

/** One hostile glossary. */
export interface HostileGlossary {
  /** The value, and which of the fields have it. */
  readonly name: string;
  readonly glossary: Glossary;
}

/**
 * Every text of the format with every hostile value: in a glossary where
 * all texts have it, and in one where most are harmless.
 */
export const hostileGlossaries = (
  stranger: string,
): readonly HostileGlossary[] =>
  Object.entries(hostileValues(stranger)).flatMap(([what, value]) => {
    const fields = TEXTS.filter((path) => isValid(withAt(SHOWN, path, value)));
    const some = Array.from({length: GROUPS}, (_, group) =>
      fields.filter((_, index) => index % GROUPS === group),
    );
    return [fields, ...some].map((paths, group) => {
      let glossary: unknown = SHOWN;
      for (const path of paths) glossary = withAt(glossary, path, value);
      return {
        name: `${what}, ${group ? `part ${group}` : 'everywhere'}`,
        glossary: glossary as Glossary,
      };
    });
  });

const isValid = (document: unknown) =>
  examineGlossary(document).faults.length === 0;

/** How many fields a value is tried in. */
export const FIELDS = TEXTS.length;
