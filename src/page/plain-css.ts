/** A style sheet that is made when it is first adopted. */
export interface LazySheet {
  readonly styleSheet: CSSStyleSheet | undefined;
}

/** As Lit's `css`, for modules that do without Lit, and without expressions. */
export const css = ([text]: TemplateStringsArray): LazySheet => {
  let sheet: CSSStyleSheet | undefined;
  return {
    get styleSheet() {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(text!);
      }
      return sheet;
    },
  };
};
