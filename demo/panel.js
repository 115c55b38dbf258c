/**
 * Shows the structured data that is in the page now: every JSON-LD block of
 * <head>, as it comes, changes and goes.
 */

const create = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const count = create('output');
const blocks = create('div', {className: 'panel-blocks'});
const panel = create(
  'details',
  {className: 'panel'},
  create('summary', {}, 'Structured data of this page', count),
  blocks,
);

const typeOf = (node) => [node['@type'] ?? 'no type'].flat().join(', ');

const blockOf = ({textContent}) => {
  let title = 'not JSON';
  let text = textContent;
  try {
    const node = JSON.parse(textContent);
    title = typeOf(node);
    text = JSON.stringify(node, null, 2);
  } catch {
    // Shown as it is.
  }
  return create(
    'section',
    {},
    create('h3', {textContent: title}),
    create('pre', {textContent: text, tabIndex: 0}),
  );
};

const show = () => {
  const scripts = document.querySelectorAll(
    'script[type="application/ld+json"]',
  );
  const {length} = scripts;
  count.textContent = length === 1 ? '1 block' : `${length || 'no'} blocks`;
  blocks.replaceChildren(...[...scripts].map(blockOf));
};

new MutationObserver(show).observe(document.head, {
  childList: true,
  subtree: true,
  characterData: true,
});
show();
document.body.append(panel);
