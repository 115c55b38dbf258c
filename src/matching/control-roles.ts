/**
 * Roles of controls: what is inside one is a part of it, and nothing else in it
 * can be pressed.
 */
export const CONTROL_ROLES = (
  'button link checkbox radio switch tab option treeitem menuitem ' +
  'menuitemcheckbox menuitemradio'
).split(' ');

/** Roles of what a reader writes into or sets. */
export const EDITABLE_ROLES =
  'textbox searchbox combobox spinbutton slider'.split(' ');
