/** Two apps: one with a glossary of its own, one with the bundled glossary. */

const GLOSSARY = {
  format: 1,
  name: 'Wheels',
  language: 'en',
  terms: [{id: 'hub', name: 'Hub', summary: 'The centre of a wheel.'}],
};

const page = (body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>App</title>
    <link rel="icon" href="data:," />
    <!-- links -->
  </head>
  <body>
    ${body}
    <script type="module" src="./main.js"></script>
  </body>
</html>
`;

/**
 * By name: the module that registers the elements, the page, more files, the
 * words that its card and its linker have to show, and the most scripts that a
 * build may have.
 */
export const APPS = {
  'own glossary': {
    entry: 'term-elements/own-glossary/all.js',
    // Bundlers would rewrite the address of a link in the page.
    script: `
      const link = document.createElement('link');
      Object.assign(link, {rel: 'glossary', type: 'application/json', href: '/wheels.json'});
      document.head.append(link);`,
    html: page(
      `<term-card term="hub">Hub</term-card>
    <term-linker><p>A hub has spokes.</p></term-linker>`,
    ),
    files: {'wheels.json': JSON.stringify(GLOSSARY)},
    shows: {card: 'The centre of a wheel.', tip: 'hub'},
    mostScripts: 20,
  },
  'bundled glossary': {
    entry: 'term-elements/all.js',
    script: '',
    html: page(
      `<term-card term="funding-rate">Funding rate</term-card>
    <term-linker><p>The funding rate is paid every eight hours.</p></term-linker>`,
    ),
    files: {},
    shows: {card: 'perpetual', tip: 'funding rate'},
    mostScripts: 75,
  },
};
