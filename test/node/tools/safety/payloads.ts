/**
 * Inputs that mean harm, each of about 20,000 characters: what a reader that
 * looks back, starts over or goes down for every character does not end with,
 * and what one that runs or opens something would be caught by.
 */

/** What an input names that must not be touched. */
export interface Bait {
  /** Of a server that counts who connects. */
  readonly origin: string;
  /** A file that is there only if an input was run. */
  readonly marker: string;
}

const SIZE = 20_000;

const fill = (unit: string) => unit.repeat(Math.ceil(SIZE / unit.length));

const nested = (open: string, close: string, within = '') => {
  const depth = Math.floor(SIZE / (open.length + close.length));
  return open.repeat(depth) + within + close.repeat(depth);
};

/** What is read: each payload is for those who read that. */
export type Language =
  'text' | 'markdown' | 'html' | 'json' | 'yaml' | 'csv' | 'turtle' | 'code';

/** Things that begin and never end, or the reverse. */
const UNITS: Readonly<Record<Language, readonly string[]>> = {
  text: [
    '\0',
    '\ud800',
    '\u202e',
    'a\u0301',
    '\n',
    ' ',
    'A. B. ',
    '&',
    '\ufeff',
  ],
  // Each reader of Markdown has a longer list in its own tests.
  markdown: [
    ...['[', ']', '[a](', '`a``', '**a ', '*a_', '> ', '- ', '<a b="', '<!--'],
    '⎊ ',
  ],
  html: [
    ...['<', '<div>', '</p>', '<a b="', '<a b=c ', '<!--', '<?', '<table><td>'],
    ...['<script>', '<svg><math>', '<b><i><a>', '<template>', '<![CDATA['],
    ...['&amp', '&#x1F600;', '<dt><dfn>', '<x:y>'],
  ],
  json: ['[', '{"a":', '"', '\\', '[{},', '-', '\r'],
  yaml: [
    '[',
    '{',
    '- ',
    '? ',
    'a: &a [*a]\n',
    '"',
    '|',
    '--- ',
    "'",
    '#',
    '!!',
  ],
  csv: ['"', '""', '",', ',', ';', '|', '\t', '\r', '=', "'"],
  turtle: [
    ...['[', '(', '<a> <b> (', '[] <a> [', '_:a ', '@prefix a: <', '"""'],
    ...["'''", ';', '#', '<a> a <b> .\n', '\\u'],
  ],
  code: ['{', '${', 'import a\n', '<X y={'],
};

const textsOf = ({
  origin,
  marker,
}: Bait): readonly (readonly [Language, string, string])[] => {
  const write = `require('fs').writeFileSync(${JSON.stringify(marker)}, 'run')`;
  const aliases = Array.from({length: 30}, (_, index) => {
    const before = `*a${index - 1}`;
    return `a${index}: &a${index} [${index ? Array(9).fill(before).join() : 'x'}]`;
  }).join('\n');
  const entities = Array.from(
    {length: 30},
    (_, index) =>
      `<!ENTITY e${index} "${index ? `&e${index - 1};`.repeat(9) : 'x'}">`,
  ).join('');
  return [
    ['yaml', 'aliases', `---\n${aliases}\n---\n`],
    [
      'yaml',
      'tags',
      `---\nname: !!js/function "function () { ${write} }"\nx: !!js/regexp /(a+)+$/\ny: !<tag:yaml.org,2002:js/undefined> ''\nz: !!binary ${fill('A')}\n---\n`,
    ],
    ['yaml', 'merges', `---\na: &a {b: 1}\n${'<<: *a\n'.repeat(2000)}---\n`],
    ['yaml', 'code', `---js\n${write}\n---\n${fill('x ')}`],
    [
      'html',
      'entities',
      `<!DOCTYPE rss [${entities}<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY n SYSTEM "${origin}/e">]><rss>&e29;&f;&n;</rss>`,
    ],
    [
      'html',
      'scripts',
      `<script>${write}</script><img src="${origin}/i" onerror="${write}"><link rel=stylesheet href="${origin}/s"><iframe src="${origin}/f"></iframe>${fill('<script>x</script>')}`,
    ],
    ['html', 'depth', nested('<dl><dd>', '</dd></dl>', 'x')],
    ['json', 'deep lists', nested('[', ']')],
    ['json', 'deep objects', nested('{"a":', '}', '1')],
    [
      'json',
      'what is elsewhere',
      JSON.stringify({
        '@context': [`${origin}/context`, {'@import': `${origin}/import`}],
        '@type': 'DefinedTermSet',
        hasDefinedTerm: {'@id': `${origin}/term`},
      }),
    ],
    [
      'json',
      'prototypes',
      `{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}`,
    ],
    [
      'turtle',
      'imports',
      `<> <http://www.w3.org/2002/07/owl#imports> <${origin}/owl> .`,
    ],
    ['markdown', 'depth', `${fill('> - ')}x`],
    [
      'code',
      'modules',
      `import {x} from '${origin}/x.js'\n\nexport const y = ${write}\n\n{${write}}\n\n<X y={${write}} />\n`,
    ],
  ];
};

export interface Payload {
  readonly name: string;
  readonly text: string;
}

/** What is meant for readers of these. */
export const payloadsOf = (
  bait: Bait,
  languages: readonly Language[],
): readonly Payload[] => [
  ...languages.flatMap((language) =>
    UNITS[language].map((unit) => ({
      name: `${language} ${JSON.stringify(unit)}`,
      text: fill(unit),
    })),
  ),
  ...textsOf(bait)
    .filter(([language]) => languages.includes(language))
    .map(([language, name, text]) => ({name: `${language} ${name}`, text})),
];

/** Ids, addresses and names that lead elsewhere, for glossaries that are written to files. */
export const pathsOf = ({origin}: Bait): readonly string[] => [
  ...['../../escaped', '/escaped', '..', '.', 'a/../../../escaped', '..\\x'],
  ...['C:\\escaped', 'C:/escaped', '//127.0.0.1/escaped', '\\\\?\\C:\\x', '~'],
  ...['%2e%2e/%2e%2e/escaped', '..%2fescaped', '....//escaped', 'a\0b', 'a\n'],
  ...[
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
    'con',
    'nul.md',
  ],
  ...[
    '.git/config',
    '.htaccess',
    'index.html',
    '404',
    'a',
    'A',
    'x'.repeat(300),
  ],
  ...[
    '\u202egnp.exe',
    '\ud800',
    'é',
    'e\u0301',
    '-rf',
    '`id`',
    '$(id)',
    '"><x>',
  ],
  ...[
    `${origin}/x`,
    'file:///etc/passwd',
    'javascript:alert(1)',
    '=1+1',
    ']]>',
  ],
  ...[
    '[[a]]',
    '<!--',
    '</script><script>x',
    '*',
    '?',
    '#',
    '?a=b#c',
    ' ',
    '🚲',
  ],
];
