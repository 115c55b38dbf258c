import postcss from 'postcss';

/** Selectors of what a tip is once its script has run, and paper. */
const LIVE = /:state\(|:focus-visible|\[data-note\]/;

/** Takes the text of a style sheet that is made for a browser. */
class SheetText {
  text = '';

  replaceSync(text: string): void {
    this.text = text;
  }
}

Object.assign(globalThis, {CSSStyleSheet: SheetText});
const {tipStyles} = await import('../../src/elements/term-tip/tip.styles.js');

/**
 * The look of tips that a prerenderer has made links. A tip without a link is
 * the word it wraps until there is a card to open.
 */
export const linkedTipSheet = (): string => {
  const root = postcss.parse((tipStyles.styleSheet as never as SheetText).text);
  root.walkRules((rule) => {
    const selectors = rule.selectors
      .filter((selector) => !LIVE.test(selector))
      .map((selector) =>
        selector.replace(':where(term-tip)', ':where(term-tip:has(a[href]))'),
      );
    if (selectors.length) rule.selectors = selectors;
    else rule.remove();
  });
  return root.toString() + WRITTEN_LINK;
};

/** The link that a prerenderer put around a word is the word to look at. */
const WRITTEN_LINK = `
  term-tip > a[data-term-link][data-term-link] {
    all: unset;
    cursor: pointer;
  }

  term-tip > a[data-term-link][data-term-link]:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
`;
