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
const {tipStyles} = await import('../../src/internal/tips/tip.styles.js');

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
  return root.toString();
};
