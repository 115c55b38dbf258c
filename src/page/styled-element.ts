import {type CSSResultOrNative, LitElement} from 'lit';
import {adoptAll, type Style} from './element-styles.js';

/**
 * A Lit element that has its styles in every document. Lit adopts its sheets
 * once, in the document that they were made for, and browsers empty the list of
 * a shadow root that comes into another one: a frame, another window, a template.
 */
export abstract class StyledElement extends LitElement {
  /** Called when the element has come into another document. */
  adoptedCallback(): void {
    if (this.shadowRoot) adoptAll(this.shadowRoot, stylesOf(this));
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (this.ownerDocument === document) return super.createRenderRoot();
    const {shadowRootOptions} = this.constructor as typeof LitElement;
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    adoptAll(root, stylesOf(this));
    return root;
  }
}

const stylesOf = (element: LitElement): readonly Style[] =>
  (element.constructor as typeof LitElement).elementStyles.map(withText);

/** A subclass may have a sheet among its styles, whose text only its rules know. */
const withText = (style: CSSResultOrNative): Style =>
  style instanceof CSSStyleSheet
    ? {
        styleSheet: style,
        get cssText() {
          return Array.from(style.cssRules, ({cssText}) => cssText).join('\n');
        },
      }
    : style;
