/**
 * Rules for the structured data of a page, beyond the vocabulary of schema.org:
 * what values say, and what Google asks of the types that it documents. Pure.
 *
 * @see https://developers.google.com/search/docs/appearance/structured-data/search-gallery
 */
import type {Fault, PageCheck} from './finding.js';

type Node = Readonly<Record<string, unknown>>;

const ADDRESSES = ['@id', 'url', 'item', 'contentUrl', 'sameAs'];
const DATES = ['datePublished', 'dateModified', 'lastReviewed'];
const PLAIN = ['name', 'headline', 'description', 'caption', 'alternateName'];

/** https://developers.google.com/search/docs/appearance/structured-data/faqpage */
const ANSWER_TAGS = /^(?:h[1-6]|br|ol|ul|li|a|p|div|b|strong|i|em)$/i;

const ISO_DATE =
  /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** Deeper nodes are not looked at; it bounds the walk. */
const MAX_DEPTH = 50;

/** Properties that Google names for a type: those without which it has no feature, and others. */
const ASKED: readonly {
  readonly types: RegExp;
  readonly required?: readonly string[];
  readonly recommended?: readonly string[];
}[] = [
  {
    types: /^(?:Article|NewsArticle|BlogPosting)$/,
    recommended: ['headline'],
  },
  {types: /^WebSite$/, required: ['name', 'url']},
  {types: /^DefinedTermSet$/, required: ['name']},
  {types: /^DefinedTerm$/, required: ['name']},
];

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

const nodesOf = (value: unknown): readonly Node[] =>
  listOf(value).filter(isNode);

const is = (node: Node, type: string) => listOf(node['@type']).includes(type);

/** A node that only names another one. */
const isReference = (node: Node) =>
  '@id' in node && Object.keys(node).length === 1;

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : '';

const isAbsolute = (address: unknown): boolean =>
  typeof address === 'string' &&
  /^https?:\/\//i.test(address) &&
  URL.canParse(address);

const fault = (code: PageCheck, message: string): Fault => ({code, message});

function* doubles(values: readonly unknown[]): Generator<unknown> {
  const seen = new Set<unknown>();
  for (const value of values) {
    if (seen.has(value)) yield value;
    seen.add(value);
  }
}

function* valueFaults(
  key: string,
  value: unknown,
  at: string,
): Generator<Fault> {
  const text = textOf(value);
  if (value === null || value === '') yield fault('empty', `${at}: empty`);
  else if (ADDRESSES.includes(key) && !isNode(value) && !isAbsolute(value)) {
    // A name inside the document is no address.
    if (key !== '@id' || !text.startsWith('_:')) {
      yield fault(
        'address',
        `${at}: no absolute http(s) address: ${text || JSON.stringify(value)}`,
      );
    }
  }
  if (DATES.includes(key) && !ISO_DATE.test(text))
    yield fault('date', `${at}: no ISO 8601 date: ${String(value)}`);
  if (PLAIN.includes(key) && /<\/?[a-z][^>]*>/i.test(text))
    yield fault('markup', `${at}: markup in plain text`);
}

/** What is wrong with a node and those inside it, whatever their types. */
function* nodeFaults(node: Node, path: string, depth = 0): Generator<Fault> {
  if (depth > MAX_DEPTH) return;
  const types = listOf(node['@type']);
  const isTyped = types.length > 0 && types.every((type) => textOf(type));
  if (!isTyped && !isReference(node) && !('@value' in node))
    yield fault('type', `${path}: no @type`);
  for (const [key, value] of Object.entries(node)) {
    if (key === '@context') continue;
    const at = `${path}.${key}`;
    for (const [index, item] of listOf(value).entries()) {
      const itemAt = Array.isArray(value) ? `${at}[${index}]` : at;
      if (isNode(item)) yield* nodeFaults(item, itemAt, depth + 1);
      else yield* valueFaults(key, item, itemAt);
    }
    if (Array.isArray(value) && value.length === 0)
      yield fault('empty', `${at}: empty list`);
  }
  if (is(node, 'DefinedTerm') && 'inLanguage' in node)
    yield fault('not-allowed', `${path}: DefinedTerm has no inLanguage`);
  if (nodesOf(node.hasPart).some((part) => is(part, 'DefinedTerm')))
    yield fault(
      'not-allowed',
      `${path}.hasPart: DefinedTerm is not a CreativeWork`,
    );
  if (!isReference(node)) yield* askedFaults(node, types.map(textOf), path);
}

function* askedFaults(
  node: Node,
  types: readonly string[],
  path: string,
): Generator<Fault> {
  for (const {types: asked, required = [], recommended = []} of ASKED) {
    if (!types.some((type) => asked.test(type))) continue;
    for (const key of required)
      if (!(key in node)) yield fault('required', `${path}: no ${key}`);
    for (const key of recommended)
      if (!(key in node)) yield fault('recommended', `${path}: no ${key}`);
  }
}

function* faqFaults(node: Node): Generator<Fault> {
  const questions = nodesOf(node.mainEntity).filter((one) => !isReference(one));
  if (!nodesOf(node.mainEntity).length)
    yield fault('required', 'FAQPage: no questions');
  for (const name of doubles(questions.map((question) => question.name)))
    yield fault('doubled', `FAQPage: asked twice: ${String(name)}`);
  for (const [index, question] of questions.entries()) {
    const at = `FAQPage.mainEntity[${index}]`;
    const [answer] = nodesOf(question.acceptedAnswer);
    const text = textOf(answer?.text);
    if (!is(question, 'Question'))
      yield fault('not-allowed', `${at}: no Question`);
    if (!textOf(question.name)) yield fault('required', `${at}: no question`);
    if (!text.replace(/<[^>]*>/g, '').trim())
      yield fault('required', `${at}: no answer`);
    for (const [, tag] of text.matchAll(/<\/?([a-z][a-z\d-]*)[^>]*>/gi)) {
      if (!ANSWER_TAGS.test(tag!))
        yield fault('not-allowed', `${at}: <${tag}> in an answer`);
    }
    for (const [, href] of text.matchAll(/href="([^"]*)"/g)) {
      if (!isAbsolute(href) && !href!.startsWith('mailto:')) {
        yield fault(
          'address',
          `${at}: no absolute address in an answer: ${href}`,
        );
      }
    }
  }
}

function* trailFaults(node: Node): Generator<Fault> {
  const steps = nodesOf(node.itemListElement);
  if (steps.length < 2)
    yield fault('required', 'BreadcrumbList: fewer than two steps');
  for (const position of doubles(steps.map((step) => step.position)))
    yield fault(
      'doubled',
      `BreadcrumbList: position ${String(position)} twice`,
    );
  for (const [index, step] of steps.entries()) {
    const at = `BreadcrumbList.itemListElement[${index}]`;
    const [item] = nodesOf(step.item);
    if (step.position !== index + 1)
      yield fault('contradiction', `${at}: not at its position`);
    if (!textOf(step.name) && !textOf(item?.name))
      yield fault('required', `${at}: no name`);
    if (index < steps.length - 1 && !step.item)
      yield fault('required', `${at}: no address`);
  }
}

/** What two terms of one set may not have in common. */
const termIdentity = ({'@id': id, termCode, name, description}: Node) =>
  id ?? JSON.stringify([termCode ?? name, description]);

function* termSetFaults(node: Node): Generator<Fault> {
  const terms = nodesOf(node.hasDefinedTerm).filter((one) => !isReference(one));
  for (const code of doubles(terms.map(termIdentity)))
    yield fault('doubled', `DefinedTermSet: defined twice: ${String(code)}`);
}

const BY_TYPE: Readonly<Record<string, (node: Node) => Iterable<Fault>>> = {
  FAQPage: faqFaults,
  BreadcrumbList: trailFaults,
  DefinedTermSet: termSetFaults,
};

/** What is wrong with one top-level node, whose context is known. */
export function* checkNode(node: Node): Generator<Fault> {
  yield* nodeFaults(node, listOf(node['@type']).map(String).join(' '));
  for (const type of listOf(node['@type'])) {
    const name = String(type);
    if (Object.hasOwn(BY_TYPE, name)) yield* BY_TYPE[name]!(node);
  }
}

/** Whether a context is that of schema.org, alone or among others. */
export const isSchemaOrg = (context: unknown): boolean =>
  listOf(context).some(
    (one) =>
      (typeof one === 'string' && /^https?:\/\/schema\.org\/?$/.test(one)) ||
      (isNode(one) && isSchemaOrg(one['@vocab'])),
  );

/** Types of which a page has one. */
const SINGLE = ['FAQPage', 'BreadcrumbList'];

/** What is wrong with the top-level nodes of one page taken together. */
export function* checkTogether(nodes: readonly Node[]): Generator<Fault> {
  for (const type of SINGLE) {
    const count = nodes.filter((node) => is(node, type)).length;
    if (count > 1) yield fault('doubled', `${count} nodes of type ${type}`);
  }
  const named = nodes.filter((node) => !isReference(node));
  const identities = named.map((node) => node['@id']).filter(Boolean);
  for (const id of new Set(doubles(identities)))
    yield fault('contradiction', `two nodes are ${String(id)}`);
}
