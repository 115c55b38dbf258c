/** Pages that a framework hydrates: it expects its own markup in them. */
import {
  ancestors,
  attribute,
  type Element,
  hasAttribute,
  textContent,
} from '../documents/html/tree.js';

const hasId =
  (...ids: readonly string[]) =>
  (element: Element): boolean =>
    ids.includes(attribute(element, 'id') ?? '');

/** A script of the page with one of these names in it. */
const isScriptWith =
  (...names: readonly string[]) =>
  (element: Element): boolean => {
    if (element.tagName !== 'script' || hasAttribute(element, 'src'))
      return false;
    const text = textContent(element.childNodes);
    return names.some((name) => text.includes(name));
  };

const hasOneOf =
  (...names: readonly string[]) =>
  (element: Element): boolean =>
    names.some((name) => hasAttribute(element, name));

const anyOf =
  (...tests: readonly ((element: Element) => boolean)[]) =>
  (element: Element): boolean =>
    tests.some((test) => test(element));

/**
 * What frameworks leave in the pages that they hydrate, by what their users call
 * them. VitePress and VuePress are not here: Vue takes over what was Markdown as
 * it is. Islands of Astro are parts of a page.
 */
const MARKS: readonly (readonly [string, (element: Element) => boolean])[] = [
  [
    'Next.js',
    anyOf(hasId('__next', '__NEXT_DATA__'), isScriptWith('self.__next_f')),
  ],
  ['Docusaurus', hasId('__docusaurus')],
  ['Gatsby', hasId('___gatsby')],
  ['React Router', isScriptWith('__reactRouterContext', '__remixContext')],
  ['TanStack Router', isScriptWith('$_TSR')],
  ['React', hasOneOf('data-reactroot')],
  ['Nuxt', hasId('__nuxt', '__NUXT_DATA__')],
  ['SvelteKit', isScriptWith('__sveltekit_')],
  ['Solid', anyOf(hasOneOf('data-hk'), isScriptWith('_$HY'))],
  ['Angular', hasOneOf('ng-server-context', 'ngh')],
  ['Qwik', hasOneOf('q:container')],
];

/**
 * The framework that hydrates a page, as far as the page shows it.
 *
 * @param elements All elements of the page.
 */
export const hydratorOf = (elements: readonly Element[]): string | undefined =>
  MARKS.find(([, isMark]) => elements.some(isMark))?.[0];

/** The elements in which Astro has a framework hydrate its own markup. */
export const ISLAND = 'astro-island';

export const isInIsland = (element: Element): boolean =>
  [...ancestors(element)].some(({tagName}) => tagName === ISLAND);
