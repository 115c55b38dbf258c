/**
 * Checks the structured data of a page against the rules, and against the page.
 */
import {statedTypes} from 'term-elements/structured-data';
import {
  type Fault,
  PAGE_CHECKS,
  type PageCheck,
  type PageFinding,
} from './finding.js';
import {checkNode, checkTogether, isSchemaOrg} from './node-rules.js';
import {type PageData, type StatedNode, withoutSpaces} from './page-data.js';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nodesOf = (value: unknown): readonly Node[] =>
  [value].flat().filter(isNode);

const finding = (
  code: PageCheck,
  line: number,
  message: string,
): PageFinding => ({code, line, message, severity: PAGE_CHECKS[code].severity});

/**
 * What is wrong with the structured data of a page.
 *
 * @param address Where the page is, if that is known.
 */
export const checkPage = (
  data: PageData,
  address: string | undefined,
): readonly PageFinding[] =>
  [
    ...data.faulty.map((line) =>
      finding('not-json', line, 'JSON-LD script: not JSON, so it is ignored'),
    ),
    ...data.nodes.flatMap((stated) => ofNode(stated, data, address)),
    ...ofAll(data, address),
  ].toSorted((a, b) => a.line - b.line);

const ofNode = (
  {node, context, line, types}: StatedNode,
  data: PageData,
  address: string | undefined,
): readonly PageFinding[] => {
  if (!node) return [];
  const faults: Fault[] = [...checkNode(node)];
  if (!isSchemaOrg(context)) {
    faults.push({
      code: 'context',
      message: `${types.join(' ') || 'node'}: the context is not https://schema.org`,
    });
  }
  faults.push(...unseen(node, data), ...elsewhere(node, data, address));
  return faults.map(({code, message}) => finding(code, line, message));
};

/** Characters of a text in a message. */
const EXCERPT = 60;

const excerpt = (text: string): string =>
  text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/**
 * Texts that the page is to show: Google's general guidelines exclude content
 * that is not visible to readers.
 */
function* unseen(node: Node, {visible}: PageData): Generator<Fault> {
  const texts = function* (): Generator<[what: string, text: unknown]> {
    for (const question of nodesOf(node.mainEntity)) {
      yield ['question', question.name];
      for (const {text} of nodesOf(question.acceptedAnswer))
        yield ['answer', text];
    }
    for (const term of nodesOf(node.hasDefinedTerm)) {
      // One that is only named is in the glossary, not on the page.
      if (!('description' in term)) continue;
      yield ['term', term.name];
      yield ['definition', term.description];
    }
    for (const part of nodesOf(node.hasPart)) yield ['headline', part.headline];
  };
  for (const [what, text] of texts()) {
    if (typeof text !== 'string') continue;
    const isSeen = [text, plain(text)].some((form) =>
      visible.includes(withoutSpaces(form)),
    );
    if (isSeen) continue;
    yield {
      code: 'not-visible',
      message: `${what} that the page does not show: ${excerpt(text)}`,
    };
  }
}

const PAGES = /^(?:\w*Page|WebPage)$/;

const keyOf = (address: string): string => {
  const url = new URL(address);
  url.hash = '';
  return url.href.replace(/\/$/, '');
};

/** A page that calls itself one thing in its data and another in its head. */
function* elsewhere(
  node: Node,
  {canonical}: PageData,
  address: string | undefined,
): Generator<Fault> {
  const [first] = canonical;
  const {url} = node;
  const own = first?.href ?? address;
  const isPage = [node['@type']]
    .flat()
    .some((type) => PAGES.test(String(type)));
  if (!isPage || typeof url !== 'string' || own === undefined) return;
  if (!URL.canParse(own, address) || !URL.canParse(url)) return;
  if (keyOf(new URL(own, address).href) === keyOf(url)) return;
  yield {
    code: 'contradiction',
    message: `${String(node['@type'])}.url: ${url}, but the page is ${own}`,
  };
}

/** What is wrong with the nodes of a page taken together. */
const ofAll = (
  data: PageData,
  address: string | undefined,
): readonly PageFinding[] => {
  const {nodes, canonical} = data;
  const line = nodes.at(-1)?.line ?? 1;
  const found = [
    ...checkTogether(nodes.flatMap(({node}) => node ?? [])),
  ].filter(({code}) => code !== 'doubled');
  const findings = found.map(({code, message}) => finding(code, line, message));
  const page = {
    address: canonical[0]?.href ?? address ?? '/',
    base: address ?? 'http://localhost/',
  };
  for (const type of ['FAQPage', 'BreadcrumbList']) {
    const stating = nodes.filter(({node, types}) =>
      node ? statedTypes(node, page).has(type) : types.includes(type),
    );
    if (stating.length < 2) continue;
    const places = stating.map(
      ({syntax, line: at}) => `${syntax} in line ${at}`,
    );
    findings.push(
      finding(
        'doubled',
        stating[1]!.line,
        `${stating.length} of type ${type}, of which a page has one: ${places.join(', ')}`,
      ),
    );
  }
  const addresses = new Set(canonical.map(({href}) => href));
  if (addresses.size > 1)
    findings.push(
      finding(
        'contradiction',
        canonical[1]!.line,
        `${addresses.size} canonical addresses: ${[...addresses].join(', ')}`,
      ),
    );
  return findings;
};

/** What of the data depends on JavaScript. */
export const compareRendered = (
  written: PageData,
  rendered: PageData,
): readonly PageFinding[] => {
  const keysOf = ({nodes}: PageData) =>
    new Map(
      nodes.map((stated) => [
        JSON.stringify(stated.node ?? stated.types),
        stated,
      ]),
    );
  const [before, after] = [keysOf(written), keysOf(rendered)];
  const missing = (from: typeof before, there: typeof before) =>
    [...from].filter(([key]) => !there.has(key)).map(([, stated]) => stated);
  const namesOf = (nodes: readonly StatedNode[]) =>
    nodes.map(({types}) => types.join(' ') || 'node').join(', ');
  const only = missing(after, before);
  const gone = missing(before, after);
  return [
    ...(only.length
      ? [
          finding(
            'javascript',
            1,
            `only with JavaScript: ${namesOf(only)}; prerender the page for readers that run none`,
          ),
        ]
      : []),
    ...(gone.length
      ? [
          finding(
            'javascript',
            gone[0]!.line,
            `only without JavaScript: ${namesOf(gone)}`,
          ),
        ]
      : []),
  ];
};
