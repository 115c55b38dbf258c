/** The page of figures: what it says without the script is what the figures say. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {type DefaultTreeAdapterTypes, parse} from 'parse5';
import {glossaryDocument} from '../../../scripts/glossary/document.js';
import {readSources} from '../../../scripts/glossary/sources.js';
import {draw} from '../../../src/elements/term-figure/draw.js';
import type {Figure, Glossary} from '../../../src/glossary/types.js';

type Node = DefaultTreeAdapterTypes.Node;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const glossary = glossaryDocument(readSources(root)) as unknown as Glossary;

const nodesOf = (node: Node): readonly Node[] => [
  node,
  ...('childNodes' in node ? node.childNodes.flatMap(nodesOf) : []),
];

const textOf = (node: Node): string =>
  nodesOf(node)
    .map((inner) => ('value' in inner ? inner.value : ''))
    .join('');

/** The figures of the page, with the author's words inside. */
const figures = nodesOf(
  parse(readFileSync(`${root}demo/figures/index.html`, 'utf8')),
).flatMap((node) => {
  if (!('tagName' in node) || node.tagName !== 'term-figure') return [];
  const attributes = new Map(
    node.attrs.map(({name, value}) => [name, value] as const),
  );
  const term = attributes.get('term');
  const own = attributes.get('figure');
  const figure =
    own === undefined
      ? (glossary.terms.find(({id}) => id === term) as {figure?: Figure}).figure
      : (JSON.parse(own) as Figure);
  return [{name: term ?? 'own', figure: figure!, words: textOf(node)}];
});

/** Numbers in a text, each with its decimals. */
const numbersIn = (text: string) =>
  [...text.matchAll(/[−-]?\d[\d,]*(?:\.\d+)?/g)].map(([written]) => {
    const plain = written.replaceAll(',', '').replace('−', '-');
    return {value: Number(plain), decimals: plain.split('.')[1]?.length ?? 0};
  });

describe('the demo page of figures', () => {
  it('has figures of different kinds', () => {
    const kinds = new Set(figures.map(({figure}) => figure.type));
    assert.ok(kinds.size >= 9, [...kinds].join(', '));
  });

  for (const {name, figure, words} of figures) {
    it(`says of ${name} what is drawn`, () => {
      const {description, table} = draw(figure, 'en');
      const drawn = numbersIn(JSON.stringify([description, table]));
      const said = numbersIn(words);
      assert.ok(said.length >= 2, words);
      for (const {value, decimals} of said)
        assert.ok(
          drawn.some(
            (number) =>
              number.value.toFixed(decimals) === value.toFixed(decimals),
          ),
          `${value} in ${description} ${JSON.stringify(table)}`,
        );
    });
  }
});
