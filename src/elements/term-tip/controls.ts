import {CONTROL_ROLES, EDITABLE_ROLES} from '../../matching/control-roles.js';
import {composedParent} from '../../page/composed-parent.js';

export const LINK = 'a[href]';

const byRole = (roles: readonly string[]) =>
  roles.map((role) => `,[role~="${role}" i]`).join('');

/** What acts when it is pressed, by tag or by role; links apart. */
export const PRESSED = `button,summary${byRole(CONTROL_ROLES)}`;

/**
 * What acts when it is pressed or is written into: a key or a tap in it is for
 * it, and nothing in it is a stop of its own.
 */
export const CONTROL =
  `${PRESSED},[contenteditable]:not([contenteditable="false" i])` +
  byRole(EDITABLE_ROLES);

/** What a click is for: a label hands it on to its control. */
export const CLICKED = `label,${CONTROL}`;

/**
 * The closest element that matches, through slots and open shadow roots. Tips
 * are passed over: one that is focusable has the role of a button itself.
 */
export const closestOutside = (
  element: Element,
  selector: string,
): HTMLElement | undefined => {
  for (let at: Element | null = element; at; at = composedParent(at))
    if (at.localName !== 'term-tip' && at.matches(selector))
      return at as HTMLElement;
  return undefined;
};
