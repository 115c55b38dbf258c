import {inputFrom} from '../fetch/input-from.js';
import {checkPage, compareRendered} from '../page-data/check-page.js';
import {PAGE_CHECKS, type PageFinding} from '../page-data/finding.js';
import {
  type PageData,
  readPageData,
  type StatedNode,
} from '../page-data/page-data.js';
import {readArguments} from '../terminal/arguments.js';
import {count} from '../terminal/count.js';
import {CommandError} from '../terminal/errors.js';
import {type Command, EXIT, type Io} from '../terminal/io.js';
import {reportFormatOf} from '../terminal/report-format.js';
import {stylesOf} from '../terminal/styles.js';

const HELP = `term-elements check page.html

Reads the structured data of a page as a crawler does and prints every node and
where it comes from, and what is wrong: doubled, hidden, relative, contradicting
or not allowed for its type. Exits with 0 where there are no errors, with 1
where there are.

Options
      --fetch          allow a page that is an http(s) address
      --javascript     also run the page in Chromium, and say what differs
      --url URL        address of the page, for a file
      --format FORMAT  text (default), json or sarif
      --json           short for --format json
  -h, --help           show this

Example
  term-elements check site/index.html
`;

export const checkCommand: Command = {help: HELP, run};

async function run(args: readonly string[], io: Io) {
  const read = readArguments('check', args, {
    fetch: {type: 'boolean'},
    javascript: {type: 'boolean'},
    url: {type: 'string'},
    format: {type: 'string'},
    json: {type: 'boolean'},
  });
  const {files, values, flags} = read;
  const format = reportFormatOf(read);
  const [page, ...others] = files;
  if (page === undefined || others.length) {
    throw new CommandError(
      `expected one page, received ${files.length || 'none'}`,
      'Example: term-elements check page.html',
    );
  }
  const input = inputFrom(page, {fetch: flags.has('fetch')});
  const address = addressOf(values.get('url') ?? page, values.has('url'));
  const written = readPageData(await input.text());
  const rendered = flags.has('javascript')
    ? await renderedData(page)
    : undefined;
  const findings = [
    ...checkPage(written, address),
    ...(rendered ? renderedFindings(written, rendered, address) : []),
  ];
  const report = {page, nodes: written.nodes, rendered, findings};
  if (format === 'json') io.stdout(jsonOf(report));
  else if (format === 'sarif') io.stdout(await sarifOf(page, findings, io));
  else writeText(report, io);
  return errorsOf(findings) ? EXIT.findings : EXIT.done;
}

interface PageReport {
  readonly page: string;
  readonly nodes: readonly StatedNode[];
  readonly rendered: PageData | undefined;
  readonly findings: readonly PageFinding[];
}

const addressOf = (text: string, isOption: boolean): string | undefined => {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return text;
  if (!isOption) return undefined;
  throw new CommandError(
    `--url: expected an http(s) address, received "${text}"`,
    'Example: --url https://example.com/fees/',
  );
};

const renderedData = async (page: string): Promise<PageData> => {
  const {renderedPage} = await import('../page-data/rendered-page.js');
  return readPageData(await renderedPage(page));
};

/**
 * What only the rendered page has. What readers see in the shadow roots of
 * elements is not in its HTML, so that is not looked at.
 */
const renderedFindings = (
  written: PageData,
  rendered: PageData,
  address: string | undefined,
): readonly PageFinding[] => {
  const known = new Set(
    checkPage(written, address).map(({code, message}) => `${code} ${message}`),
  );
  const own = checkPage(rendered, address).filter(
    ({code, message}) =>
      code !== 'not-visible' && !known.has(`${code} ${message}`),
  );
  return [
    ...compareRendered(written, rendered),
    ...own.map((finding) => ({
      ...finding,
      line: 1,
      message: `with JavaScript: ${finding.message}`,
    })),
  ];
};

const errorsOf = (findings: readonly PageFinding[]): number =>
  findings.filter(({severity}) => severity === 'error').length;

const sourceOf = ({syntax, isOurs}: StatedNode): string =>
  isOurs ? `${syntax} of term-elements` : syntax;

const writeText = (
  {page, nodes, rendered, findings}: PageReport,
  io: Io,
): void => {
  const list = (of: readonly StatedNode[]) => {
    for (const stated of of) {
      const types = stated.types.join(' ') || 'no type';
      io.stdout(`${page}:${stated.line}: ${types} (${sourceOf(stated)})\n`);
    }
  };
  list(nodes);
  if (rendered) {
    io.stdout('with JavaScript:\n');
    list(rendered.nodes);
  }
  const {red, yellow} = stylesOf(io.colors);
  for (const {severity, line, code, message} of findings) {
    const mark = severity === 'error' ? red : yellow;
    io.stderr(
      `${page}:${line}: ${mark(`${severity}:`)} ${message} (${code})\n`,
    );
  }
  const errors = errorsOf(findings);
  io.stdout(
    `${page}: ${count(nodes.length, 'node')}, ${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}\n`,
  );
};

const jsonOf = ({page, nodes, rendered, findings}: PageReport): string => {
  const listed = (of: readonly StatedNode[]) =>
    of.map(({syntax, types, node, isOurs, line}) => ({
      line,
      syntax,
      types,
      isOurs,
      node,
    }));
  const errors = errorsOf(findings);
  const report = {
    page,
    errors,
    warnings: findings.length - errors,
    nodes: listed(nodes),
    ...(rendered && {rendered: listed(rendered.nodes)}),
    findings,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};

const sarifOf = async (
  page: string,
  findings: readonly PageFinding[],
  {version}: Io,
): Promise<string> => {
  const {sarifText} = await import('../terminal/sarif.js');
  return sarifText(
    findings.map(({code, severity, line, message}) => ({
      rule: code,
      severity,
      file: page,
      message,
      start: {line, column: 1},
      end: {line, column: 1},
    })),
    {
      version,
      rules: Object.entries(PAGE_CHECKS).map(([id, {title, severity}]) => ({
        id,
        shortDescription: {text: `${title}.`},
        defaultConfiguration: {level: severity},
      })),
    },
  );
};
