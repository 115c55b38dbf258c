import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {RULES} from '../../../../tools/src/lint/rules/index.js';
import {
  defaultRuleSettings,
  readRuleSettings,
} from '../../../../tools/src/lint/settings.js';

const read = (value: unknown) => readRuleSettings(value, ['rules']);

describe('settings of rules', () => {
  it('are the defaults where nothing is said', () => {
    for (const value of [undefined, {}]) {
      assert.deepEqual(read(value), {
        settings: defaultRuleSettings(),
        faults: [],
      });
    }
  });

  for (const [what, value, expected] of [
    ['a severity', 'error', 'error'],
    ['a short one', 'warn', 'warning'],
    ['one in a list', ['off'], 'off'],
  ] as const) {
    it(`take ${what}`, () => {
      const {settings, faults} = read({'over-linked': value});
      assert.deepEqual(faults, []);
      assert.equal(settings.get('over-linked')?.severity, expected);
    });
  }

  it('take options, and keep the defaults of the others', () => {
    const {settings} = read({'over-linked': ['error', {perSection: 3}]});
    assert.deepEqual(settings.get('over-linked'), {
      severity: 'error',
      options: {perSection: 3, perHundredWords: 10},
    });
  });

  for (const [what, value, path, message] of [
    ['no object', [], 'rules', /expected an object, received \[\]/],
    [
      'an unknown rule',
      {'over-linkd': 'off'},
      'rules.over-linkd',
      /unknown rule "over-linkd"; did you mean "over-linked"/,
    ],
    [
      'a rule of all objects',
      {constructor: 'off'},
      'rules.constructor',
      /unknown rule/,
    ],
    [
      'another severity',
      {'over-linked': 'info'},
      'rules.over-linked',
      /expected "off", "warning" or "error", received "info"/,
    ],
    ['a number', {'over-linked': [2]}, 'rules.over-linked.0', /received 2/],
    [
      'an unknown option',
      {'over-linked': ['error', {perSections: 1}]},
      'rules.over-linked.1.perSections',
      /unknown option of over-linked "perSections"; did you mean "perSection"/,
    ],
    [
      'options of a rule without',
      {'alias-clash': ['error', {a: 1}]},
      'rules.alias-clash.1.a',
      /it has none/,
    ],
    [
      'a text for a number',
      {'over-linked': ['error', {perSection: '1'}]},
      'rules.over-linked.1.perSection',
      /expected a number, 0 or more, received "1"/,
    ],
    [
      'too small a number',
      {'unused-term': ['error', {leastDocuments: 0}]},
      'rules.unused-term.1.leastDocuments',
      /1 or more/,
    ],
    [
      'a text for a list',
      {'unused-term': ['error', {ignore: 'a'}]},
      'rules.unused-term.1.ignore',
      /expected a list of texts/,
    ],
    [
      'a text for a flag',
      {'unknown-abbreviation': ['error', {common: 'no'}]},
      'rules.unknown-abbreviation.1.common',
      /expected true or false/,
    ],
    [
      'options that are none',
      {'over-linked': ['error', 1]},
      'rules.over-linked.1',
      /expected an object of options/,
    ],
    [
      'a third part',
      {'over-linked': ['error', {}, 1]},
      'rules.over-linked.2',
      /received more/,
    ],
  ] as const) {
    it(`refuse ${what}`, () => {
      const {faults} = read(value);
      assert.equal(faults.length, 1);
      assert.equal(faults[0]!.keys.join('.'), path);
      assert.match(faults[0]!.message, message);
    });
  }
});

describe('rules', () => {
  it('have names of their own', () => {
    const names = RULES.map(({name}) => name);
    assert.equal(new Set(names).size, names.length);
    for (const name of names) assert.match(name, /^[a-z]+(-[a-z]+)+$/);
  });

  it('say what they find, why, and what to do', () => {
    for (const {title, why, fix} of RULES) {
      assert.match(title, /^\p{Lu}.*[^.]$/u);
      assert.match(why, /^\p{Lu}.*\.$/u);
      assert.match(fix, /^\p{Lu}.*\.$/u);
    }
  });
});
