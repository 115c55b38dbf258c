import {fixture, oneEvent} from '@open-wc/testing';
import {html} from 'lit';
import type {TermCard} from '../../../src/elements/term-card/term-card.js';
import {scriptText} from '../../../src/structured-data/json-text.js';
import type {JsonLdNode} from '../../../src/structured-data/nodes.js';
import {until} from '../support/page.js';

const SITE = 'https://kept.example/';

/** The glossary that the content is of. */
export const ADDRESS = '/test/fixtures/kept.json';

/** The node of a page that shows these terms of it. */
export const setOf = (...ids: string[]): JsonLdNode => ({
  '@context': 'https://schema.org',
  '@type': 'DefinedTermSet',
  '@id': SITE,
  url: SITE,
  name: 'Kept',
  inLanguage: 'en',
  hasDefinedTerm: ids.map((id) => ({
    '@type': 'DefinedTerm',
    '@id': `${SITE}t/${id}`,
    url: `${SITE}t/${id}`,
    name: `Name ${id}`,
    description: `What ${id} means.`,
    termCode: id,
    inDefinedTermSet: SITE,
  })),
});

/** The node of a page that shows these questions. */
export const faqOf = (...names: string[]): JsonLdNode => ({
  '@context': 'https://schema.org',
  '@type': 'FAQPage',
  mainEntity: names.map((name) => ({
    '@type': 'Question',
    name,
    acceptedAnswer: {'@type': 'Answer', text: `${name} Yes.`},
  })),
});

/** The node of a page with this trail. */
export const trailOf = (...names: string[]): JsonLdNode => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: names.map((name, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: `${SITE}${name}`,
  })),
});

/** A card as a prerenderer writes it. */
export const card = (id: string, place: string, more = ''): string =>
  `<term-card term="${id}" prerendered='["${id}",3]' data-nodes="${place}" ${more}>` +
  `<article class="entry" part="entry"><h3 part="name"><dfn>Name ${id}</dfn></h3><p class="summary">What ${id} means.</p></article>` +
  `<template><p>The author on ${id}.</p></template></term-card>`;

/** An accordion of questions as a prerenderer writes it. */
export const questions = (...names: string[]): string =>
  `<div class="questions" part="questions">${names
    .map(
      (name) =>
        `<details id="${name.toLowerCase().replace('?', '')}" part="question"><summary><h3>${name}</h3></summary><div class="answer">${name} Yes.</div></details>`,
    )
    .join('')}</div>`;

/** A block of an area's questions as a prerenderer writes it. */
export const block = (id: string, question: string, place: string): string =>
  `<faq-block area="${id}" prerendered='["${id}",null,3]' data-nodes="${place}">${questions(question)}</faq-block>`;

/** A prerendered page in a frame of its own. */
export interface KeptPage {
  readonly page: Window & typeof globalThis;
  readonly document: Document;
  /** The scripts as they were parsed. */
  readonly written: readonly HTMLScriptElement[];
  /** Addresses that were fetched. */
  readonly asked: readonly string[];
  /** What `term-load` has told. */
  readonly loads: readonly string[];
  readonly find: <T extends HTMLElement = TermCard>(selector: string) => T;
}

/**
 * Shows a page that was made from the glossary at `ADDRESS`, and waits until
 * its elements have taken up what is in them.
 *
 * @param nodes Nodes of its head, as a prerenderer leaves them.
 * @param script A script that runs before the elements are defined.
 * @param elements Name of the module that defines them.
 */
export const keptPage = async (
  body: string,
  nodes: readonly JsonLdNode[] = [],
  {script = '', elements = 'all'} = {},
): Promise<KeptPage> => {
  const frame = await fixture<HTMLIFrameElement>(
    html`<iframe title="Page" width="800" height="600"></iframe>`,
  );
  const loaded = oneEvent(frame, 'load');
  const head = nodes
    .map(
      (node) =>
        `<script type="application/ld+json" data-term-elements>${scriptText(node)}</script>`,
    )
    .join('');
  frame.srcdoc = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Kept</title>
    <link rel="glossary" type="application/json" href="${ADDRESS}">
    <link rel="canonical" href="${SITE}">${head}</head>
    <body>${body}
    <script>
      loads = [];
      addEventListener('term-load', (event) => loads.push(event.reference));
      written = [...document.querySelectorAll('script[data-term-elements]')];
      asked = [];
      const {fetch: real} = window;
      window.fetch = (address, ...rest) => (asked.push(String(address)), real(address, ...rest));
      ${script}
    </script>
    <script type="module" src="/src/define/${elements}.ts"></script></body></html>`;
  await loaded;
  const page = frame.contentWindow as Window & typeof globalThis;
  const {document} = page;
  const {written, asked, loads} = page as never as KeptPage;
  const told = () =>
    loads.length === document.querySelectorAll('[term], [area]').length;
  await until(told, 'what is on screen is told');
  return {
    page,
    document,
    written,
    asked,
    loads,
    find: (selector) => document.querySelector(selector)!,
  };
};

/** What is on screen of an element, spaces folded. */
export const seen = (element: HTMLElement): string => {
  const {shadowRoot} = element;
  const isOwn = !shadowRoot || shadowRoot.querySelector('slot');
  const text = isOwn ? element.innerText : shadowRoot.textContent;
  return text.replace(/\s+/g, ' ').trim();
};

/** Waits until an element shows a text. */
export const shows = (element: HTMLElement, text: string): Promise<void> =>
  until(
    () => seen(element).includes(text),
    `"${text}" on screen, not "${seen(element)}"`,
  );

/** Whether an element shows what was in the page. */
export const isKept = (element: HTMLElement): boolean =>
  element.hasAttribute('prerendered') && !element.shadowRoot;
