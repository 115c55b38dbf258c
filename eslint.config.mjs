import js from '@eslint/js';
import {configs as lit} from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import {configs as wc} from 'eslint-plugin-wc';
import {defineConfig, globalIgnores} from 'eslint/config';
import {createNodeResolver, importX} from 'eslint-plugin-import-x';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Calls of `node:test` give promises that nobody has to await. */
const nodeTestCalls = ['describe', 'it', 'test', 'suite'].map((name) => ({
  from: 'package',
  package: 'node:test',
  name,
}));

/**
 * The layers of src, from the top: a layer imports those below it. What stands
 * on one line does not import each other.
 */
const layers = [
  ['define'],
  ['elements'],
  ['page'],
  ['structured-data'],
  ['matching', 'rich-text'],
  ['glossary'],
];

/** What the modules of a layer may not import: the layers above, and those beside it. */
const arrows = layers.flatMap((names, level) =>
  names.map((name) => {
    const barred = [
      ...layers.slice(0, level).flat(),
      ...names.filter((other) => other !== name),
    ];
    return {
      files: [`src/${name}/**/*.ts`],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                regex: `^(\\.\\./)+(${barred.join('|')})(/|\\.js$)`,
                message: `${name} imports only the layers below it: see docs/architecture.md.`,
              },
              {
                regex:
                  '^(\\.\\./)+(tools|index\\.js|linking\\.js|prerendering\\.js)|^(@)?term-elements',
                message: 'A module of the package imports no entry of it.',
              },
            ],
          },
        ],
      },
    };
  }),
);

export default defineConfig(
  globalIgnores([
    '**/dist/',
    'coverage/',
    'data/',
    'test/fixtures/',
    'demo/exchange/build/',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [
      tseslint.configs.recommendedTypeChecked,
      lit['flat/recommended'],
      wc['flat/recommended'],
      litA11y.configs.recommended,
    ],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    // Without it the wc rules see only classes that extend HTMLElement by name.
    settings: {wc: {elementBaseClasses: ['LitElement']}},
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        {fixStyle: 'inline-type-imports'},
      ],
      // It calls assertions needless that the compiler then asks for.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {argsIgnorePattern: '^_', varsIgnorePattern: '^_'},
      ],
      // Safari takes the role from lists without bullets: role="list" keeps it.
      'lit-a11y/no-redundant-role': 'off',
      'no-console': ['error', {allow: ['warn', 'error']}],
      eqeqeq: ['error', 'always', {null: 'ignore'}],
    },
  },
  ...arrows,
  {
    files: ['tools/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(\\.\\./)+src/',
              message:
                "The tools import the elements by a declared entry, such as 'term-elements/glossary'.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ['tools/src/{formats,documents,files,terminal}/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(\\.\\./)+(src|import|export|commands)/',
              message:
                'Formats and what they are made of are imported by commands, not the other way round.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'tools/src/**/*.ts'],
    plugins: {'import-x': importX},
    settings: {
      'import-x/parsers': {'@typescript-eslint/parser': ['.ts']},
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts'],
          extensionAlias: {'.js': ['.ts', '.js']},
        }),
      ],
    },
    rules: {
      'import-x/no-cycle': ['error', {ignoreExternal: true}],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "BinaryExpression[operator='instanceof'][right.name='Promise']",
          message:
            'Promises of other realms and of libraries are no instances: see src/glossary/awaitable.ts.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // chai asserts with getters: expect(x).to.be.true
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {allowForKnownSafeCalls: nodeTestCalls},
      ],
      // what a test reads from JSON is checked by the test
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // elements made for one test are registered where they are made
      'wc/define-tag-after-class-definition': 'off',
    },
  },
  {
    // chai's assertions have the type of promises, because accessible() is one
    files: ['test/browser/**/*.ts'],
    rules: {'@typescript-eslint/no-floating-promises': 'off'},
  },
  {
    files: ['tools/src/**/*.ts', 'test/**/*.ts'],
    rules: {'no-console': 'off'},
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {globals: globals.node},
  },
  {
    // Also what runs in pages that a script drives.
    files: [
      'demo/**/*.js',
      'test/hosts/*/*.js',
      'test/hosts/checks.mjs',
      'tools/src/**/assets/*.js',
    ],
    languageOptions: {globals: globals.browser},
  },
  {
    // Their types come with their own packages; builds check them.
    files: ['demo/exchange/**/*.{ts,tsx}', 'test/hosts/**/*.{ts,tsx}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
