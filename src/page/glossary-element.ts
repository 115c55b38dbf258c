import type {PropertyDeclarations} from 'lit';
import type {GlossarySource} from '../glossary/source.js';
import type {Glossary} from '../glossary/types.js';
import {acceptAttributeValues} from './attribute-values.js';
import {DEFAULT_LEVEL, PRERENDERED} from './content-contract.js';
import {guardContent, guardOf} from './content-guard.js';
import {StyledElement} from './styled-element.js';

/**
 * Declares the attributes of every element that shows something of a glossary,
 * and keeps Lit from rendering if a prerenderer has done so. Shared behaviour
 * is in controllers.
 *
 * @attr {string} integrity - Hash of what `src` names, as on a script (`sha384-…`); content that does not match is not shown.
 * @attr {boolean} offline - Stores an offline copy, shown when `src` cannot be loaded.
 * @attr {boolean} data-offline - The same as `offline`, for markup that allows only `data-` attributes.
 */
export abstract class GlossaryElement extends StyledElement {
  static override properties: PropertyDeclarations = {
    glossary: {attribute: false},
    src: {},
    structuredData: {attribute: 'structured-data'},
    headingLevel: {type: Number, attribute: 'heading-level'},
    images: {},
    bilingual: {type: Boolean, reflect: true},
  };

  protected static override finalize(): void {
    acceptAttributeValues(this, () => {
      super.finalize();
    });
  }

  /** A glossary document or a source; comes before every other way to name one. */
  glossary: GlossarySource | Glossary | undefined = undefined;

  /** Address of the glossary; several, separated by space, are layers, later over earlier. */
  src = '';

  /** `none` keeps the element out of the page's structured data. */
  structuredData = '';

  /** Level of the element's outermost heading, 1 to 6. */
  headingLevel = DEFAULT_LEVEL;

  /**
   * Origins from which pictures are loaded in addition to that of the page and of
   * the glossary's file, separated by spaces; `any` is every origin.
   */
  images = '';

  /** Shows the original name too where a name is translated; on a `<term-glossary>`, for all inside. */
  bilingual = false;

  /**
   * Prerendered content stays in the page as it is: the element renders
   * nothing.
   */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (!this.hasAttribute(PRERENDERED)) return super.createRenderRoot();
    guardContent(this, () => {
      // Lit sets it when an element connects, and has no other way to change it.
      (this as {renderRoot: HTMLElement | DocumentFragment}).renderRoot =
        super.createRenderRoot();
      this.requestUpdate();
    });
    return this;
  }

  protected override shouldUpdate(): boolean {
    return !guardOf(this)?.isRight();
  }
}
