/** The links to entries that authors wrote themselves, in the forms of several site generators. */

/** Words that an author linked, and what names the entry. */
export interface AuthorsLink {
  readonly words: string;
  readonly reference: string;
}

interface Form {
  readonly pattern: RegExp;
  readonly link: (match: RegExpMatchArray) => AuthorsLink | undefined;
}

const FORMS: readonly Form[] = [
  // [words][topic reference], defined elsewhere
  {
    pattern: /\[([^[\]]{1,200})\]\[topic\s+([^[\]]{1,200})\]/g,
    link: ([, words, reference]) => ({words: words!, reference: reference!}),
  },
  // [words](glossary:id)
  {
    pattern: /\[([^[\]]{1,200})\]\(glossary:([^()\s]{1,200})\)/g,
    link: ([, words, reference]) => ({words: words!, reference: reference!}),
  },
  // {{< glossary_tooltip text="words" term_id="id" >}}
  {
    pattern: /\{\{<\s*glossary_tooltip\s([^{}]{1,400}?)>\}\}/g,
    link: ([, attributes]) => {
      const of = (name: string) =>
        new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`).exec(attributes!)?.[1];
      const reference = of('term_id');
      const words = of('text') ?? reference?.replaceAll('-', ' ');
      return words && reference ? {words, reference} : undefined;
    },
  },
  // {{Glossary("id", "words")}}
  {
    pattern:
      /\{\{\s*Glossary\(\s*["']([^"']{1,200})["'](?:\s*,\s*["']([^"']{1,200})["'])?[^{}]{0,40}\)\s*\}\}/gi,
    link: ([, reference, words]) => ({
      words: words ?? reference!,
      reference: reference!,
    }),
  },
  // <abbr title="name">words</abbr>
  {
    pattern:
      /<abbr\s[^<>]*?title="([^"<>]{1,200})"[^<>]*>([^<>]{1,200})<\/abbr>/g,
    link: ([, reference, words]) => ({words: words!, reference: reference!}),
  },
];

/** Words without the marks of emphasis around them; `OP_CAT` has none. */
const plain = (words: string): string =>
  words
    .replace(/(?<![\p{L}\p{N}])[*_]{1,3}|[*_]{1,3}(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The links of a document, in the order of their forms. */
export const authorsLinks = (source: string): readonly AuthorsLink[] =>
  FORMS.flatMap(({pattern, link}) =>
    Array.from(source.matchAll(pattern), (match) => link(match)).flatMap(
      (found) =>
        found
          ? [
              {
                words: plain(found.words),
                reference: found.reference.replace(/\s+/g, ' '),
              },
            ]
          : [],
    ),
  );

/**
 * Parts of a document that authors wrote for a program: links of all forms with
 * their labels and addresses, definitions, templates, tags, code and formulas.
 * Written apart from the rules of the linker, which it measures.
 */
const SYNTAX =
  /^(?:---|\+\+\+)\n[^]*?\n(?:---|\+\+\+)$|^(`{3,}|~{3,})[^]*?^\1|(`+)(?!`)[^]*?[^`]\2(?!`)|\{\{[^]*?\}\}|\{%[^]*?%\}|<%[^]*?%>|<!--[^]*?-->|<a\s[^]*?<\/a>|<\/?[a-z][^<>]*>|^ {0,3}\[[^[\]]+\]:.*$|!?\[(?:[^[\]]|\[[^[\]]*\])*\](?:\[[^[\]]*\]|\([^()]*(?:\([^()]*\)[^()]*)*\))?|\$\$[^]*?\$\$/gm;

/** Offsets of authors' syntax: starts and ends in turn, ascending. */
export const syntaxOf = (
  source: string,
): readonly (readonly [number, number])[] =>
  Array.from(source.matchAll(SYNTAX), ({0: all, index}) => [
    index,
    index + all.length,
  ]);
