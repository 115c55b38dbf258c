/** A style sheet that is made when it is first adopted; Lit's `css` makes such ones too. */
export interface LazySheet {
  readonly cssText: string;
  readonly styleSheet: CSSStyleSheet | undefined;
}

/** As Lit's `css`, for modules that do without Lit, and without expressions. */
export const css = ([cssText]: TemplateStringsArray): LazySheet => {
  let sheet: CSSStyleSheet | undefined;
  return {
    cssText: cssText!,
    get styleSheet() {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(cssText!);
      }
      return sheet;
    },
  };
};
