import {NODES, PRERENDERED} from './content-contract.js';

/**
 * What a prerenderer leaves beside its content: data blocks, and the author's
 * markup.
 */
const BESIDE = 'script, style, link, template';

/**
 * The content that a prerenderer wrote into an element.
 *
 * @param known Content to skip.
 */
export const contentOf = (
  host: Element,
  known?: Element,
): Element | undefined =>
  [...host.children].find((child) => child !== known && !child.matches(BESIDE));

/** Takes the content away and puts the author's markup back. */
export const release = (host: Element, content: Element | undefined): void => {
  host.removeAttribute(PRERENDERED);
  host.removeAttribute(NODES);
  content?.remove();
  const kept = [...host.children].findLast(
    (child) => child instanceof HTMLTemplateElement,
  );
  kept?.replaceWith(kept.content);
};
