import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {buildBreadcrumbList} from '../../../src/structured-data/breadcrumb-list.js';
import {
  buildDefinedTerm,
  buildDefinedTermSet,
} from '../../../src/structured-data/defined-term.js';
import {
  buildFaqPage,
  publishedQuestions,
} from '../../../src/structured-data/faq-page.js';
import {typesOf} from '../../../src/structured-data/nodes.js';
import {checkStructuredData} from '../../support/check-structured-data.js';
import {validateSchemaOrg} from '../../support/validate-schema-org.js';
import {areaPage, base, site} from './model.js';

const a = {name: 'A', url: 'https://x.example/a'};
const b = {name: 'B', url: '/b'};
const none = {name: 'None'};
const unsafe = {name: 'Unsafe', url: 'javascript:alert(1)'};
const last = {name: 'Last'};

describe('buildBreadcrumbList', () => {
  for (const [why, trail, expected] of [
    ['nothing', [], undefined],
    ['one step', [a], undefined],
    ['one step after one without an address', [none, a], undefined],
    ['two steps', [a, b], ['A', 'B']],
    ['a last step without an address', [a, last], ['A', 'Last']],
    ['a middle step without an address', [a, none, b], ['A', 'B']],
    ['an unsafe step', [a, unsafe, b], ['A', 'B']],
    ['an unsafe last step', [a, unsafe], ['A', 'Unsafe']],
  ] as const) {
    it(`of ${why} is ${expected?.join(' › ')}`, () => {
      const node = buildBreadcrumbList(trail, base);
      const steps = node?.itemListElement as
        {name: string; position: number}[] | undefined;
      assert.deepEqual(
        steps?.map(({name}) => name),
        expected,
      );
      assert.deepEqual(
        steps?.map(({position}) => position),
        expected?.map((_, index) => index + 1),
      );
      if (node) assert.deepEqual(checkStructuredData([node]), []);
      assert.ok(!JSON.stringify(node ?? '').includes('javascript'));
    });
  }

  it('writes absolute addresses verbatim, relative ones against the page', () => {
    assert.deepEqual(buildBreadcrumbList([a, b, last], base), {
      '@context': 'https://schema.org',
      '@type': 'BreadcrumbList',
      itemListElement: [
        {
          '@type': 'ListItem',
          position: 1,
          name: 'A',
          item: 'https://x.example/a',
        },
        {
          '@type': 'ListItem',
          position: 2,
          name: 'B',
          item: 'https://host.example/b',
        },
        {'@type': 'ListItem', position: 3, name: 'Last'},
      ],
    });
  });
});

describe('buildFaqPage', () => {
  const question = (name: string, answer: string) => ({question: name, answer});

  for (const [why, questions, expected] of [
    ['nothing', [], undefined],
    ['an empty answer', [question('Q?', ' \n')], undefined],
    ['an empty question', [question(' ', 'A.')], undefined],
    [
      'one that is answered and one that is not',
      [question('Q?', 'A.'), question('R?', '')],
      ['Q?'],
    ],
  ] as const) {
    it(`of ${why} asks ${expected?.join() ?? 'nothing'}`, () => {
      const node = buildFaqPage(questions);
      assert.deepEqual(
        (node?.mainEntity as {name: string}[] | undefined)?.map(
          ({name}) => name,
        ),
        expected,
      );
    });
  }

  it('keeps question and answer to the letter', () => {
    assert.deepEqual(buildFaqPage([question(' Q <b>? ', ' ⎊ A & "B" ')]), {
      '@context': 'https://schema.org',
      '@type': 'FAQPage',
      mainEntity: [
        {
          '@type': 'Question',
          name: ' Q <b>? ',
          acceptedAnswer: {'@type': 'Answer', text: ' ⎊ A & "B" '},
        },
      ],
    });
  });

  it('takes a plain answer verbatim and a Markdown one as HTML', () => {
    assert.deepEqual(
      publishedQuestions(
        [
          {question: 'Q?', answer: '*a* <b>'},
          {question: 'R?', answer: {markdown: '*a* <b>'}},
        ],
        '⎊ {}',
      ).map(({answer}) => answer),
      ['⎊ *a* <b>', '⎊ <p><em>a</em> &lt;b&gt;</p>'],
    );
  });

  it('asks nothing that a form alone would answer', () => {
    for (const answer of ['', ' ', {markdown: ''}, {markdown: '\n'}]) {
      const asked = publishedQuestions([{question: 'Q?', answer}], '⎊ {}');
      assert.equal(buildFaqPage(asked), undefined, JSON.stringify(answer));
    }
  });
});

describe('buildDefinedTerm', () => {
  const [tide, ebb, slack] = areaPage().entries;

  it('has the clean sentence', () => {
    assert.equal(
      JSON.stringify(buildDefinedTerm(tide!, base)),
      JSON.stringify({
        '@type': 'DefinedTerm',
        '@id': `${site}/term/tide/`,
        url: `${site}/term/tide/`,
        name: 'Tide',
        description: 'The rise and fall of the sea.',
        termCode: 'tide',
        image: {
          '@type': 'ImageObject',
          url: `${site}/pictures/tide.jpg`,
          width: 1200,
          height: 800,
          caption: 'A beach at low water.',
        },
        mainEntityOfPage: {
          '@type': 'WebPage',
          '@id': `${site}/term/tide/`,
          url: `${site}/term/tide/`,
          datePublished: '2026-03-21T17:32:35+00:00',
          author: {
            '@type': 'Person',
            name: 'Example Desk',
            url: `${site}/author/desk/`,
          },
        },
        inDefinedTermSet: `${site}/`,
      }),
    );
  });

  it('has no name that its card does not show', () => {
    assert.doesNotMatch(JSON.stringify(buildDefinedTerm(ebb!, base)), /Ebb t/);
  });

  it('leaves out what there is not', () => {
    assert.deepEqual(buildDefinedTerm(slack!, base), {
      '@type': 'DefinedTerm',
      '@id': `${site}/#term-slack`,
      name: 'Slack',
      description: 'The still part of a tide.',
      termCode: 'slack',
      inDefinedTermSet: `${site}/`,
    });
    const {glossary} = slack!;
    const nameless = {...slack!, glossary: {...glossary, url: undefined}};
    assert.deepEqual(buildDefinedTerm(nameless, base), {
      '@type': 'DefinedTerm',
      name: 'Slack',
      description: 'The still part of a tide.',
      termCode: 'slack',
    });
  });

  it('has its sources, the date that is shown, and what it is the same as', async () => {
    const same = ['https://www.wikidata.org/wiki/Q23384'];
    const term = {
      ...ebb!.term,
      published: undefined,
      modified: '2026-03-22',
      reviewed: '2026-03-23',
      sources: [{title: 'Tables'}, {title: 'Almanac', url: '/almanac'}],
      sameAs: same,
    };
    const node = buildDefinedTerm({...ebb!, term}, base);
    assert.equal(node.sameAs, same[0]);
    assert.deepEqual(node.subjectOf, [
      {'@type': 'CreativeWork', name: 'Tables'},
      {
        '@type': 'CreativeWork',
        name: 'Almanac',
        url: 'https://host.example/almanac',
      },
    ]);
    assert.deepEqual(node.mainEntityOfPage, {
      '@type': 'WebPage',
      '@id': `${site}/definition/ebb/`,
      url: `${site}/definition/ebb/`,
      dateModified: '2026-03-22',
      lastReviewed: '2026-03-23',
    });
    const set = buildDefinedTermSet([{...ebb!, term}], base)!;
    assert.deepEqual(checkStructuredData([set]), []);
    assert.deepEqual(await validateSchemaOrg([set]), []);
  });

  it('stands in the set of its glossary', () => {
    const set = buildDefinedTermSet([tide!, ebb!], base);
    const {hasDefinedTerm, ...rest} = set as object as Record<string, unknown>;
    assert.equal(
      JSON.stringify(rest),
      JSON.stringify({
        '@context': 'https://schema.org',
        '@type': 'DefinedTermSet',
        '@id': `${site}/`,
        url: `${site}/`,
        name: 'Example Glossary',
        inLanguage: 'en',
      }),
    );
    assert.equal((hasDefinedTerm as unknown[]).length, 2);
    assert.deepEqual(checkStructuredData([set!]), []);
    assert.equal(buildDefinedTermSet([], base), undefined);
  });
});

describe('typesOf', () => {
  for (const [type, expected] of [
    ['FAQPage', ['FAQPage']],
    [
      ['https://schema.org/FAQPage', 'http://schema.org/A'],
      ['FAQPage', 'A'],
    ],
    ['schema:FAQPage', ['FAQPage']],
    [['A', 5, null], ['A']],
    [undefined, []],
  ] as const) {
    it(`${JSON.stringify(type)} are ${expected.join()}`, () => {
      assert.deepEqual(typesOf({'@type': type}), expected);
    });
  }
});
