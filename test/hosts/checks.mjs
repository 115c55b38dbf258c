/**
 * What is checked in every host, in this order, on one page: the desk shows
 * everything and keeps cards open while it is redrawn, and what is left leaves
 * nothing behind.
 */
import assert from 'node:assert/strict';
import {isDeepStrictEqual} from 'node:util';

/** Rows of the list whose tips are tried, by their place. */
const FIRST = {row: 'li:nth-child(1)', id: 'hub', says: 'The centre of a'};
const MIDDLE = {row: 'li:nth-child(4)', id: 'rim', says: 'The outer ring'};

/** Milliseconds to wait for something on a machine that is busy. */
const PATIENCE = 20_000;

/**
 * Waits until a function has a result in the page.
 *
 * @throws {Error} That names what was expected, with what the page has.
 */
const until = async (page, what, test, ...args) => {
  try {
    await page.waitForFunction(test, {timeout: PATIENCE, polling: 50}, ...args);
  } catch {
    const body = await page.evaluate(() => document.body.outerHTML);
    throw new Error(`expected ${what}, in ${body}`);
  }
};

/** What the elements of the desk show, by a selector: text in the shadow root. */
const SHOWN = {
  'term-card.by-property': 'The centre of a wheel.',
  'term-card.by-src': 'It holds the rim at a distance.',
  'breadcrumb-jsonld': 'Home',
  'term-figure': '400,000',
};

const isShown = (shown) =>
  Object.entries(shown).every(([selector, text]) =>
    document.querySelector(selector)?.shadowRoot?.textContent.includes(text),
  );

const hasFound = (page, count) =>
  until(
    page,
    `${count} words that the linker has found`,
    (count) => document.querySelector('term-linker')?.mentions.length === count,
    count,
  );

const shows = async ({page}) => {
  for (const [selector, text] of Object.entries(SHOWN))
    await until(page, `"${text}" in ${selector}`, isShown, {[selector]: text});
  await hasFound(page, 2);
  await until(page, 'an answer that can be opened', () =>
    document.querySelector('faq-block details p')?.textContent.includes('axle'),
  );
};

/** The JSON-LD of a page, in the order of types, without the origin. */
const nodesOf = async ({page, address}) => {
  const texts = await page.$$eval(
    'script[type="application/ld+json"]',
    (scripts) => scripts.map(({text}) => text),
  );
  return texts
    .flatMap((text) => JSON.parse(text.replaceAll(address, '/')))
    .map((node) => {
      delete node['@context'];
      return node;
    })
    .toSorted((a, b) => (a['@type'] < b['@type'] ? -1 : 1));
};

const definedTerm = (id, name, description) => ({
  '@type': 'DefinedTerm',
  '@id': `https://wheels.example/#term-${id}`,
  name,
  description,
  termCode: id,
  inDefinedTermSet: 'https://wheels.example/',
});

const definedTermSet = (...terms) => ({
  '@type': 'DefinedTermSet',
  '@id': 'https://wheels.example/',
  url: 'https://wheels.example/',
  name: 'Wheels',
  inLanguage: 'en',
  hasDefinedTerm: terms,
});

const TRAIL = {
  '@type': 'BreadcrumbList',
  '@id': '/#breadcrumb',
  itemListElement: [
    {'@type': 'ListItem', position: 1, name: 'Home', item: '/about'},
    {'@type': 'ListItem', position: 2, name: 'Desk'},
  ],
};

const QUESTIONS = {
  '@type': 'FAQPage',
  '@id': '/#faq',
  mainEntity: [
    {
      '@type': 'Question',
      url: '/#do-wheels-turn',
      name: 'Do wheels turn?',
      acceptedAnswer: {'@type': 'Answer', text: 'Yes, around the axle.'},
    },
  ],
};

const HUB = definedTerm('hub', 'Hub', 'The centre of a wheel.');
const SPOKE = definedTerm('spoke', 'Spoke', 'It holds the rim at a distance.');

/** What each page states, in the order of types. */
const DESK_NODES = [TRAIL, definedTermSet(HUB, SPOKE), QUESTIONS];
const ARTICLE_NODES = [TRAIL, definedTermSet(SPOKE), QUESTIONS];

/** Nodes come with the elements that they are of. */
const hasNodes = async (app, expected) => {
  for (let tries = 0; tries < 50; tries++) {
    const nodes = await nodesOf(app);
    if (isDeepStrictEqual(nodes, expected)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.deepEqual(await nodesOf(app), expected);
};

const cardSays = (says) => {
  const card = document.querySelector('term-tip-card');
  return card?.shadowRoot?.textContent.includes(says);
};

const hasNoCard = () => !document.querySelector('term-tip-card');

/**
 * Watches the open card through some redraws.
 *
 * @returns How many values it showed, and what was closed meanwhile.
 */
const watch = (page) =>
  page.evaluate(async () => {
    const values = new Set();
    let closed = 0;
    const count = () => closed++;
    document.addEventListener('term-close', count);
    for (let frame = 0; frame < 600 && values.size < 8; frame++) {
      await new Promise(requestAnimationFrame);
      const card = document.querySelector('term-tip-card');
      const value = card?.shadowRoot?.querySelector('[part~="value"]');
      if (value) values.add(value.textContent.trim());
    }
    document.removeEventListener('term-close', count);
    return {values: values.size, closed};
  });

const staysOpen = async ({page}, {says, id}) => {
  await until(page, `a card that says "${says}"`, cardSays, says);
  assert.deepEqual(await watch(page), {values: 8, closed: 0});
  assert.ok(await page.evaluate(cardSays, says), 'the card is open');
  await until(
    page,
    `"${id}" of the event in the page`,
    (id) => document.querySelector('output').textContent === id,
    id,
  );
};

const opensByPointer = async (app) => {
  const {page} = app;
  const tip = await page.waitForSelector(`${MIDDLE.row} term-tip`);
  const {x, y, width, height} = await tip.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2, {steps: 4});
  await staysOpen(app, MIDDLE);
  await page.mouse.move(1, 1, {steps: 4});
  await until(page, 'no card after the pointer has left', hasNoCard);
};

const focusFirst = async ({page}) => {
  await page.mouse.click(1, 1);
  for (let stops = 0; stops < 30; stops++) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate(
      (row) => !!document.activeElement?.closest(row),
      FIRST.row,
    );
    if (isThere) return;
  }
  throw new Error('expected to come to the first tip with Tab');
};

const opensByKeyboard = async (app) => {
  const {page} = app;
  await focusFirst(app);
  await staysOpen(app, FIRST);
  await page.keyboard.press('Enter');
  await until(
    page,
    'the focus in the card after Enter',
    () => document.activeElement?.localName === 'term-tip-card',
  );
  await page.keyboard.press('Escape');
  await until(page, 'no card after Escape', hasNoCard);
  await until(
    page,
    'the focus on the tip after Escape',
    (row) => document.activeElement?.matches(`${row} > term-tip`),
    FIRST.row,
  );
};

/** Everything that the elements could have left in a document. */
export const tracesOf = () => {
  const attributes = ({attributes}) =>
    [...attributes]
      // A mark of the host's own.
      .filter(({name}) => name !== 'data-htmx-powered')
      .map(({name, value}) => `${name}="${value}"`);
  // Of Vite and webpack, for chunks that a page asks for.
  const isOfBundler = (element) =>
    element.matches('link[crossorigin], script[data-webpack]');
  return {
    head: [...document.head.children]
      .filter((element) => !isOfBundler(element))
      .map(({outerHTML}) => outerHTML)
      // Some routers write all of it again, in another order.
      .sort(),
    attributes: [document.documentElement, document.body].map(attributes),
    body: document.body.innerHTML
      .replaceAll(/<!--.*?-->/g, '')
      // A router marks the link of the page that is shown.
      .replace(/<nav>.*?<\/nav>/s, '')
      // Astro's own, for screen readers.
      .replace(/<div[^>]*"astro-route-announcer".*?<\/div>/, ''),
    styleSheets: document.adoptedStyleSheets.map(
      ({cssRules}) => cssRules[0]?.cssText,
    ),
    highlights: [...CSS.highlights]
      .filter(([, {size}]) => size)
      .map(([name]) => name),
  };
};

const leavesNothing = async ({page}, before) => {
  let after;
  for (let tries = 0; tries < 40; tries++) {
    after = await page.evaluate(tracesOf);
    try {
      assert.deepEqual(after, before);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  assert.deepEqual(after, before);
};

const isAbout = () => document.querySelector('h1')?.textContent === 'About';

/**
 * Goes through all checks with a page that shows the view "About".
 *
 * @param {{page: import('puppeteer-core').Page, address: string, problems: string[]}} app
 *   `problems` is what the page has written to the console and what has failed.
 * @param {(name: string, check: () => Promise<void>) => Promise<void>} check
 */
export const checkDesk = async (app, check) => {
  const {page, problems} = app;
  await until(page, 'the view "About"', isAbout);
  const before = await page.evaluate(tracesOf);
  await check('shows everything', async () => {
    await page.click('nav a[href="/"]');
    await shows(app);
  });
  await check('has the JSON-LD of what it shows', () =>
    hasNodes(app, DESK_NODES),
  );
  await check('opens a card by pointer, and keeps it', () =>
    opensByPointer(app),
  );
  await check('opens a card by keyboard, and keeps it', () =>
    opensByKeyboard(app),
  );
  await check('leaves nothing behind', async () => {
    await focusFirst(app);
    await until(page, 'a card', cardSays, FIRST.says);
    await page.goBack({waitUntil: []});
    await until(page, 'the view "About"', isAbout);
    await leavesNothing(app, before);
  });
  await check('shows everything again', async () => {
    await page.goForward({waitUntil: []});
    await shows(app);
    await hasNodes(app, DESK_NODES);
  });
  await check('writes nothing to the console', async () => {
    assert.deepEqual(problems, []);
  });
};

/** The questions of a host that states them itself. */
const HELP_NODES = [
  {
    '@type': 'FAQPage',
    mainEntity: [
      {
        '@type': 'Question',
        name: 'Who helps?',
        acceptedAnswer: {'@type': 'Answer', text: 'The workshop.'},
      },
    ],
  },
];

/**
 * Goes to the view "Help", whose host states its questions itself, and to the desk
 * again.
 */
export const checkHelp = async (app, check) => {
  const {page} = app;
  const goTo = async (path, title) => {
    // A picture of the page before takes the clicks while a transition is drawn.
    await until(
      page,
      'the end of a transition',
      () => !document.getAnimations().length,
    );
    await page.click(`nav a[href="${path}"]`);
    await until(
      page,
      `the view "${title}"`,
      (title) => document.querySelector('h1')?.textContent === title,
      title,
    );
  };
  await check('leaves the questions of the host to it', async () => {
    await goTo('/help', 'Help');
    await until(
      page,
      'an answer that can be opened',
      () => document.querySelector('faq-block details p') !== null,
    );
    await hasNodes(app, HELP_NODES);
    await goTo('/', 'Desk');
    await hasNodes(app, DESK_NODES);
    await goTo('/help', 'Help');
    await hasNodes(app, HELP_NODES);
  });
};

/** Goes through the checks of a page that a framework has hydrated. */
export const checkArticle = async (app, check) => {
  const {page, problems} = app;
  await check('shows everything', async () => {
    for (const [selector, text] of Object.entries({
      'term-card': 'It holds the rim at a distance.',
      'breadcrumb-jsonld': 'Home',
    }))
      await until(page, `"${text}" in ${selector}`, isShown, {
        [selector]: text,
      });
    await hasFound(page, 2);
  });
  await check('is alive', async () => {
    await page.click('button');
    await until(
      page,
      'the value that the app has set',
      () => document.querySelector('term-tip').getAttribute('value') === '1',
    );
    await page.hover('term-tip');
    await until(page, 'its card', cardSays, MIDDLE.says);
    await page.click('button');
    await page.hover('term-tip');
    await until(page, 'the next value in the card', cardSays, '2');
  });
  await check('has the JSON-LD of what it shows', () =>
    hasNodes(app, ARTICLE_NODES),
  );
  await check('writes nothing to the console', async () => {
    assert.deepEqual(problems, []);
  });
};

/** Goes through the checks of a post that a sanitiser has read. */
export const checkPost = async (app, check) => {
  const {page, problems, hasTags} = app;
  await check('links the words of the post', async () => {
    await until(
      page,
      'a tip',
      () => document.querySelector('term-tip[data-linked]') !== null,
    );
    await page.hover('term-tip[data-linked]');
    await until(page, 'its card', cardSays, 'It holds the rim');
  });
  await check('has the questions of the post in its JSON-LD', async () => {
    const types = hasTags ? ['DefinedTermSet', 'FAQPage'] : ['FAQPage'];
    await until(
      page,
      types.join(),
      (count) =>
        document.querySelectorAll('script[type="application/ld+json"]')
          .length === count,
      types.length,
    );
    const nodes = await nodesOf(app);
    assert.deepEqual(
      nodes.map((node) => node['@type']),
      types,
    );
    assert.equal(nodes.at(-1).mainEntity[0].name, 'Do wheels turn?');
  });
  await check(
    hasTags ? 'has the elements of the post' : 'has none of its elements',
    async () => {
      if (hasTags)
        await until(page, 'a card', isShown, {
          'term-card': 'The centre of a wheel.',
        });
      else
        assert.equal(
          await page.$('term-card, term-tip:not([data-linked])'),
          null,
        );
    },
  );
  await check('writes nothing to the console', async () => {
    assert.deepEqual(problems, []);
  });
};
