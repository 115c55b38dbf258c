import {statSync} from 'node:fs';
import {parseGlossaryText} from '../files/load-glossary.js';
import {GlossaryAnswers} from '../mcp/answers.js';
import {withAddresses} from '../site/with-addresses.js';
import {readArguments} from '../terminal/arguments.js';
import {CommandError} from '../terminal/errors.js';
import {type Command, EXIT, type Io} from '../terminal/io.js';
import {siteUrlOf} from '../terminal/site-url.js';

const HELP = `term-elements mcp glossary.json

Answers for a glossary over the Model Context Protocol, on standard input and
output: looks up and searches terms, related terms and areas, in any of its
languages. A client, such as an assistant or an editor, starts it; it ends when
its standard input is closed. A glossary that has been saved again is read again.

Options
      --site-url URL  address of the site that shows the glossary: entries
                      without an address of their own get one on it
  -h, --help          show this

It has no --json: the protocol is JSON.

Example
  term-elements mcp glossary.json
`;

export const mcpCommand: Command = {help: HELP, run};

async function run(args: readonly string[], io: Io) {
  const {files, values} = readArguments('mcp', args, {
    'site-url': {type: 'string'},
  });
  const [file, ...others] = files;
  if (file === undefined || others.length) {
    throw new CommandError(
      `expected one glossary, received ${files.length || 'none'}`,
      'Example: term-elements mcp glossary.json',
    );
  }
  const siteUrl = siteUrlOf(values.get('site-url'));
  const answers = new SavedAnswers(file, siteUrl, io);
  const first = await answers.read();
  const [{serveStdio, StdioServerTransport}, {glossaryServer}] =
    await Promise.all([
      import('@modelcontextprotocol/server/stdio'),
      import('../mcp/server.js'),
    ]);
  const transport = new StdioServerTransport();
  const closed = new Promise<void>((resolve) => {
    process.stdin.once('close', resolve).once('end', resolve);
  });
  const handle = serveStdio(
    () => glossaryServer(first, () => answers.now(), io.version),
    {transport, onerror: ({message}) => io.stderr(`mcp: ${message}\n`)},
  );
  await closed;
  await handle.close();
  return EXIT.done;
}

/** The answers of the file as it was last saved. */
class SavedAnswers {
  #answers: GlossaryAnswers | undefined;
  #savedAt = 0;

  constructor(
    readonly file: string,
    readonly siteUrl: string | undefined,
    readonly io: Io,
  ) {}

  /** @throws {CommandError} If the file cannot be read or is not a glossary. */
  async read(): Promise<GlossaryAnswers> {
    const {file, siteUrl, io} = this;
    this.#savedAt = this.#lastSaved() ?? 0;
    const glossary = parseGlossaryText(await io.files.read(file), file);
    return (this.#answers = new GlossaryAnswers(
      withAddresses(glossary, siteUrl),
    ));
  }

  /** What cannot be read is reported, and the last good answers stay. */
  async now(): Promise<GlossaryAnswers> {
    const savedAt = this.#lastSaved();
    if (savedAt !== undefined && savedAt !== this.#savedAt) {
      try {
        return await this.read();
      } catch (error) {
        if (!this.#answers) throw error;
        this.io.stderr(`mcp: ${(error as Error).message}\n`);
      }
    }
    return this.#answers ?? this.read();
  }

  #lastSaved(): number | undefined {
    return statSync(this.file, {throwIfNoEntry: false})?.mtimeMs;
  }
}
