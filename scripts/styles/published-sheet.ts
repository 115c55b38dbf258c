import {readFileSync} from 'node:fs';
import postcss, {type AtRule, type Container, type Rule} from 'postcss';
import type {CSSResult} from 'lit';
import {trailStyles} from '../../src/elements/breadcrumb-jsonld/breadcrumb-jsonld.styles.js';
import {
  blockStyles,
  questionStyles,
} from '../../src/elements/faq-block/faq-block.styles.js';
import {areaStyles} from '../../src/elements/term-area/term-area.styles.js';
import {
  cardStyles,
  entryStyles,
} from '../../src/elements/term-card/term-card.styles.js';
import {drawingStyles} from '../../src/elements/term-figure/drawing.styles.js';
import {frameStyles} from '../../src/elements/term-figure/frame.styles.js';
import {figureStyles} from '../../src/elements/term-figure/term-figure.styles.js';
import {markStyles} from '../../src/page/language-marks.js';
import {tokens} from '../../src/page/tokens.styles.js';
import {lightSelector} from './light-selector.js';
import {linkedTipSheet} from './tip-sheet.js';

const CARD = 'term-card';
const AREA = 'term-area';
const BLOCK = 'faq-block';
const TRAIL = 'breadcrumb-jsonld';
const FIGURE = 'term-figure';

/** The styles of the elements, with those that have them, in the order in which they apply. */
const SOURCES: readonly (readonly [CSSResult, readonly string[]])[] = [
  [tokens, [CARD, AREA, BLOCK, TRAIL, FIGURE]],
  [trailStyles, [AREA, TRAIL]],
  [questionStyles, [AREA, BLOCK]],
  [blockStyles, [BLOCK]],
  [entryStyles, [CARD, AREA]],
  [frameStyles, [CARD, AREA, FIGURE]],
  [drawingStyles, [CARD, AREA, FIGURE]],
  [figureStyles, [FIGURE]],
  [cardStyles, [CARD]],
  [areaStyles, [AREA]],
  [markStyles, [CARD, AREA]],
];

/**
 * What a host would do to save work. Content that is there is laid out when
 * the page is: it cannot move what is below. Its width stays, without which a
 * card would have none in a table.
 */
const LEFT_OUT = new Set([
  'content-visibility',
  'contain-intrinsic-block-size',
]);

/** Rules that are never those of prerendered content, and what they leave empty. */
const dropEmpty = (container: Container): void => {
  container.walk((node) => {
    if ('nodes' in node && (node as AtRule | Rule).nodes?.length === 0)
      node.remove();
  });
};

/** The styles of a shadow root for the same content outside of one. */
const lightSheet = (css: string, tags: readonly string[]): string => {
  const root = postcss.parse(css);
  root.walkComments((comment) => {
    comment.remove();
  });
  root.walkRules((rule) => {
    const selectors = rule.selectors
      .map((selector) => lightSelector(selector, tags))
      .filter((selector) => selector !== undefined);
    if (!selectors.length) {
      rule.remove();
      return;
    }
    const isHost = rule.selector.startsWith(':host');
    rule.selectors = selectors;
    rule.walkDecls((declaration) => {
      if (isHost && LEFT_OUT.has(declaration.prop)) declaration.remove();
    });
  });
  dropEmpty(root);
  dropEmpty(root);
  return root.toString();
};

/**
 * Inside an element, a page's own rules for paragraphs and headings do not
 * hold. Outside of one they would; this takes them back.
 */
const isolation = (): string => {
  // Where attributes are style, as in SVG and MathML, they would be taken back too.
  const inside = lightSelector('*:not(term-tip, term-tip *, svg *, math *)', [
    CARD,
    AREA,
    BLOCK,
    TRAIL,
    FIGURE,
  ])!;
  const selectors = ['', '::before', '::after'].map((part) => inside + part);
  return `${selectors.join()} { all: revert }`;
};

/**
 * The style sheet for the `<head>` of pages: what holds until the script has
 * run, and the look of what a prerenderer wrote, which is that of the elements
 * because it is made of their own styles.
 */
export const publishedSheet = (): string =>
  [
    readFileSync(
      new URL('../../src/page/styles/term-elements.css', import.meta.url),
      'utf8',
    ),
    linkedTipSheet(),
    isolation(),
    ...SOURCES.map(([{cssText}, tags]) => lightSheet(cssText, tags)),
  ].join('\n');
