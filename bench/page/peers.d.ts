/**
 * What the benchmarks use of packages that are not in the main install, so that
 * the checks of the project do not depend on them.
 */
declare module 'tippy.js' {
  interface Options {
    readonly content: (reference: Element) => string;
  }
  const tippy: (targets: readonly Element[], options: Options) => void;
  export const delegate: (
    root: Element,
    options: Options & {readonly target: string},
  ) => void;
  export default tippy;
}

declare module '@shoelace-style/shoelace/dist/components/tooltip/tooltip.js' {
  import {type LitElement} from 'lit';
  export default class SlTooltip extends LitElement {
    content: string;
  }
}

declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element);
    markRegExp(
      pattern: RegExp,
      options?: {
        readonly element?: string;
        readonly done?: (count: number) => void;
      },
    ): void;
    unmark(options?: {readonly done?: () => void}): void;
  }
}
