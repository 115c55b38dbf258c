/**
 * The desk as a server writes it, for libraries that patch a page with what a
 * server sends.
 */
import {readFileSync} from 'node:fs';

const words = readFileSync(
  new URL('common/words.json', import.meta.url),
  'utf8',
);

const NAMES = ['Spoke', 'Tyre', 'Rim', 'Axle', 'Nipple'];

/** Puts content into the one element that a text consists of. */
const fill = (element, content) =>
  element.trim().replace(/(?=<\/\w+>$)/, () => content);

/**
 * The list of the desk, in another order and with other prices each time, as in
 * `common/rows.ts`.
 *
 * @param {number} tick
 * @param {string} [element] The empty list, with the attributes of a library.
 */
export const list = (tick, element = '<ul id="rows"></ul>') => {
  const names = ['Hub', ...(tick % 2 ? [...NAMES].reverse() : NAMES)];
  const rows = names.map((name, index) => {
    const term = name.toLowerCase();
    const price = (100 + index + (tick % 1000) / 100).toFixed(2);
    return `<li id="row-${term}"><term-tip term="${term}" value="${price}" value-label="Now">${name}</term-tip> ${price}</li>`;
  });
  return fill(element, rows.join(''));
};

const desk = (listElement) => `<main>
  <breadcrumb-jsonld items='[{"name": "Home", "url": "/about"}, {"name": "Desk"}]'></breadcrumb-jsonld>
  <h1>Desk</h1>
  ${list(0, listElement)}
  <p>Opened: <output></output></p>
  <term-card class="by-property" term="hub">
    <script type="application/json">${words}</script>
    Hub
  </term-card>
  <term-card class="by-src" term="spoke" src="/words.json">
    <a href="https://wheels.example/spoke">Spoke</a>
  </term-card>
  <term-figure figure='{"type": "pool", "x": 100, "y": 400000, "trade": 25}'></term-figure>
  <faq-block>
    <details>
      <summary>Do wheels turn?</summary>
      <p>Yes, around the axle.</p>
    </details>
  </faq-block>
  <term-linker mode="highlight"><p>A spoke holds the rim.</p></term-linker>
</main>`;

/**
 * A whole page.
 *
 * @param {'desk' | 'about'} view
 * @param {{head: string, body?: string, list?: string}} host
 *   What a library wants in the head, and the empty body and list with its attributes.
 */
export const page = (view, host) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Wheels</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/term-elements/term-elements.css">
    <link rel="glossary" type="application/json" href="/words.json">
    <script type="module" src="/term-elements/cdn/all.js"></script>
    ${host.head}
  </head>
  ${fill(
    host.body ?? '<body></body>',
    `
    <nav><a href="/">Desk</a> <a href="/about">About</a></nav>
    <div id="app">${view === 'desk' ? desk(host.list) : '<h1>About</h1>'}</div>
  `,
  )}
</html>
`;
