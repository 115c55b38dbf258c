import type {TrailStep} from '../../glossary/trail.js';
import {domTree} from '../../page/author-markup/dom.js';
import {reportNothing} from '../../page/author-markup/report-nothing.js';
import {NO_TRAIL, readTrail} from '../../page/author-markup/trail.js';

/**
 * The trail that an author wrote into an element; it stays where it is.
 *
 * @param isOwn Whether the element shows it, and has been given no other by then.
 */
export const readAuthorTrail = (
  host: Element,
  isOwn: () => boolean,
): readonly TrailStep[] => {
  const read = () => readTrail(domTree, host, host.baseURI);
  const steps = read();
  if (!steps.length)
    reportNothing(host, NO_TRAIL, () => isOwn() && !read().length);
  return steps;
};
