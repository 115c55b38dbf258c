import {askedPage} from '../../elements/term-area/asked-page.js';
import {numberFrom, PRERENDERED} from '../../page/content-contract.js';
import {findSource} from '../../page/find-source.js';
import {closestOf} from '../../page/language.js';

/** The most elements that are asked for ahead: what may be on screen first. */
const MOST = 20;

let asked = 0;

/**
 * Asks the glossary of an element for what it will show, while the code of the
 * element is being loaded. Sources answer the second question from memory, so
 * the element itself need not know.
 */
export const askAhead = (element: HTMLElement): void => {
  const read = (name: string) => element.getAttribute(name) ?? undefined;
  const term = read('term');
  const area = read('area');
  // Tips ask when they are touched; the others have what they show.
  const isNeeded =
    (term ?? area) && !element.matches(`term-tip, ${WITHOUT_REQUEST}`);
  if (!isNeeded || asked++ >= MOST) return;
  const ask = async () => {
    const source = await findSource(namerOf(element), element);
    if (term) return source.entry(term);
    return source.areaPage({
      area: area!,
      resource: askedPage(area!) ?? numberFrom(read('resource')),
      perPage: numberFrom(read('per-page')),
    });
  };
  ask().catch(() => undefined); // the element says what is wrong
};

/**
 * The element that names the glossary. A `<term-glossary>` whose code is on its
 * way, too, is asked in place of what is inside it.
 */
const namerOf = (element: HTMLElement): HTMLElement => {
  const around = closestOf(element, 'term-glossary:not(:defined)');
  const hasOwn = 'glossary' in element || element.hasAttribute('src');
  return (!hasOwn && (around as HTMLElement | null)) || element;
};

const WITHOUT_REQUEST = `[${PRERENDERED}], [items], [figure]`;
