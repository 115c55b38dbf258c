/**
 * Rules for the structured data of one page, beyond what validators of
 * schema.org know: they look at one node at a time, and at types rather than
 * at what the values say. Pure, so that tests in a browser can use it too.
 */

type Node = Readonly<Record<string, unknown>>;

const ADDRESSES = ['@id', 'url', 'item', 'contentUrl', 'sameAs'];
const DATES = ['datePublished', 'dateModified'];
const PLAIN = ['name', 'headline', 'description', 'caption', 'alternateName'];

/** Types of which a page has one. */
const SINGLE = ['FAQPage', 'BreadcrumbList'];

/** https://developers.google.com/search/docs/appearance/structured-data/faqpage */
const ANSWER_TAGS = /^(h[1-6]|br|ol|ul|li|a|p|div|b|strong|i|em)$/;

const ISO_DATE =
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

const nodesOf = (value: unknown): readonly Node[] =>
  listOf(value).filter(isNode);

const is = (node: Node, type: string) => listOf(node['@type']).includes(type);

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : '';

const isAbsolute = (address: unknown): boolean =>
  typeof address === 'string' &&
  /^https?:\/\//i.test(address) &&
  URL.canParse(address);

function* doubles(values: readonly unknown[]): Generator<unknown> {
  const seen = new Set<unknown>();
  for (const value of values) {
    if (seen.has(value)) yield value;
    seen.add(value);
  }
}

/** What is wrong with any node, whatever its type. */
function* generalFaults(node: Node, path: string): Generator<string> {
  const types = listOf(node['@type']);
  if (!types.length || !types.every((type) => textOf(type))) {
    yield `${path}: no @type`;
  }
  for (const [key, value] of Object.entries(node)) {
    const at = `${path}.${key}`;
    for (const [index, item] of listOf(value).entries()) {
      const itemAt = Array.isArray(value) ? `${at}[${index}]` : at;
      if (item === null || item === '') yield `${itemAt}: empty`;
      if (isNode(item)) yield* generalFaults(item, itemAt);
      else if (ADDRESSES.includes(key) && !isAbsolute(item)) {
        yield `${itemAt}: no absolute http(s) address: ${String(item)}`;
      }
      if (DATES.includes(key) && !ISO_DATE.test(textOf(item))) {
        yield `${itemAt}: no ISO 8601 date: ${String(item)}`;
      }
      if (PLAIN.includes(key) && /<\/?[a-z][^>]*>/i.test(textOf(item))) {
        yield `${itemAt}: markup in plain text`;
      }
    }
    if (Array.isArray(value) && value.length === 0) yield `${at}: empty list`;
  }
  if (is(node, 'DefinedTerm') && 'inLanguage' in node) {
    yield `${path}: DefinedTerm has no inLanguage`;
  }
  if (nodesOf(node.hasPart).some((part) => is(part, 'DefinedTerm'))) {
    yield `${path}.hasPart: DefinedTerm is no CreativeWork`;
  }
}

function* faqFaults(node: Node): Generator<string> {
  const questions = nodesOf(node.mainEntity);
  if (!questions.length) yield 'FAQPage: no questions';
  for (const name of doubles(questions.map((question) => question.name))) {
    yield `FAQPage: asked twice: ${String(name)}`;
  }
  for (const [index, question] of questions.entries()) {
    const at = `FAQPage.mainEntity[${index}]`;
    const [answer] = nodesOf(question.acceptedAnswer);
    const text = textOf(answer?.text);
    if (!is(question, 'Question')) yield `${at}: no Question`;
    if (!textOf(question.name)) yield `${at}: no question`;
    if (!text.replace(/<[^>]*>/g, '').trim()) yield `${at}: no answer`;
    for (const [, tag] of text.matchAll(/<\/?([a-z][a-z\d-]*)[^>]*>/gi)) {
      if (!ANSWER_TAGS.test(tag!)) yield `${at}: <${tag}> in an answer`;
    }
    for (const [, href] of text.matchAll(/href="([^"]*)"/g)) {
      if (!isAbsolute(href) && !href!.startsWith('mailto:')) {
        yield `${at}: no absolute address in an answer: ${href}`;
      }
    }
  }
}

function* trailFaults(node: Node): Generator<string> {
  const steps = nodesOf(node.itemListElement);
  if (steps.length < 2) yield 'BreadcrumbList: fewer than two steps';
  for (const position of doubles(steps.map((step) => step.position))) {
    yield `BreadcrumbList: position ${String(position)} twice`;
  }
  for (const [index, step] of steps.entries()) {
    const at = `BreadcrumbList.itemListElement[${index}]`;
    if (step.position !== index + 1) yield `${at}: not at its position`;
    if (!textOf(step.name)) yield `${at}: no name`;
    if (index < steps.length - 1 && !step.item) yield `${at}: no address`;
  }
}

function* termSetFaults(node: Node): Generator<string> {
  const terms = nodesOf(node.hasDefinedTerm);
  if (!textOf(node.name)) yield 'DefinedTermSet: no name';
  const codes = terms.map((term) => term['@id'] ?? term.termCode ?? term.name);
  for (const code of doubles(codes)) {
    yield `DefinedTermSet: defined twice: ${String(code)}`;
  }
  for (const [index, term] of terms.entries()) {
    const at = `DefinedTermSet.hasDefinedTerm[${index}]`;
    if (!textOf(term.name)) yield `${at}: no name`;
    if (!textOf(term.description)) yield `${at}: no description`;
  }
}

const BY_TYPE: Readonly<Record<string, (node: Node) => Iterable<string>>> = {
  FAQPage: faqFaults,
  BreadcrumbList: trailFaults,
  DefinedTermSet: termSetFaults,
};

function* pageFaults(nodes: readonly Node[]): Generator<string> {
  for (const type of SINGLE) {
    const count = nodes.filter((node) => is(node, type)).length;
    if (count > 1) yield `${count} nodes of type ${type}`;
  }
  const identities = nodes.map((node) => node['@id']).filter(Boolean);
  for (const id of doubles(identities)) yield `two nodes are ${String(id)}`;
  for (const [index, node] of nodes.entries()) {
    if (!/^https?:\/\/schema\.org\/?$/.test(textOf(node['@context']))) {
      yield `node ${index}: no @context of schema.org`;
    }
    yield* generalFaults(node, listOf(node['@type']).join(' '));
    for (const type of listOf(node['@type'])) {
      yield* BY_TYPE[String(type)]?.(node) ?? [];
    }
  }
}

/**
 * Everything that is wrong with the top-level nodes of one page, in words;
 * nothing where all is well.
 */
export const checkStructuredData = (nodes: readonly unknown[]): string[] => [
  ...pageFaults(nodes.filter(isNode)),
  ...nodes.flatMap((node, index) =>
    isNode(node) ? [] : [`node ${index}: not an object`],
  ),
];
