/** What `check` looks for, by the codes that its reports name. */
export const PAGE_CHECKS = {
  'not-json': {severity: 'error', title: 'A JSON-LD script that is not JSON'},
  context: {
    severity: 'error',
    title: 'A node whose context is not that of schema.org',
  },
  type: {severity: 'error', title: 'A node without a type'},
  empty: {severity: 'warning', title: 'A property without a value'},
  address: {
    severity: 'error',
    title: 'An address that is relative, or not http(s)',
  },
  date: {severity: 'error', title: 'A date that is not in ISO 8601'},
  markup: {severity: 'error', title: 'Markup where plain text is expected'},
  doubled: {
    severity: 'error',
    title: 'Something that the page states twice',
  },
  contradiction: {
    severity: 'error',
    title: 'Two statements that cannot both be true',
  },
  'not-visible': {
    severity: 'warning',
    title: 'A text that readers of the page do not see',
  },
  required: {
    severity: 'error',
    title: 'A property that Google requires of a type, and is missing',
  },
  recommended: {
    severity: 'warning',
    title: 'A property that Google recommends for a type, and is missing',
  },
  'not-allowed': {
    severity: 'error',
    title: 'Something that a type may not have',
  },
  javascript: {
    severity: 'warning',
    title: 'Data that is there only with JavaScript, or only without',
  },
} as const satisfies Readonly<
  Record<
    string,
    {readonly severity: 'error' | 'warning'; readonly title: string}
  >
>;

export type PageCheck = keyof typeof PAGE_CHECKS;

/** Something that is wrong with the structured data of a page. */
export interface Fault {
  readonly code: PageCheck;
  /** What is meant, and what is wrong with it. */
  readonly message: string;
}

/** A fault, and where it is. */
export interface PageFinding extends Fault {
  readonly severity: 'error' | 'warning';
  /** From 1; of the element that states the data. */
  readonly line: number;
}
