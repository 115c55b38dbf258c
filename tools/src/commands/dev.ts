import {once} from 'node:events';
import {type Arguments, readArguments} from '../terminal/arguments.js';
import {startDev} from '../dev/start.js';
import {CommandError} from '../terminal/errors.js';
import {type Command, EXIT, type Io} from '../terminal/io.js';

const HELP = `term-elements dev glossary.json

Shows a glossary while you work on it. The sources are a glossary document, a
folder of Markdown files, or a table in CSV: on every save they are checked and
linted, new findings are reported with file and line, and the preview in the
browser reloads. After a save with errors it shows the last valid version.

Options
      --docs PATTERN   documents to lint too; may be given again
      --config FILE    the configuration of the linter
      --from FORMAT    the format of the sources, as for import
      --map FROM=TO    what a source calls a property, as for import
      --language TAG   language of the texts, where the sources do not say
      --port N         port to listen on (4000, or the next that is free)
      --host NAME      name to listen on (127.0.0.1: this machine alone)
  -h, --help           show this

It runs until it is ended, so it has no --json: validate and lint report the same
findings to programs.

Examples
  term-elements dev glossary.json
  term-elements dev terms/ --docs "docs/**"
`;

export const devCommand: Command = {help: HELP, run};

const PORT = 4000;

async function run(args: readonly string[], io: Io) {
  const read = readArguments('dev', args, {
    docs: {type: 'string', multiple: true},
    config: {type: 'string'},
    from: {type: 'string'},
    map: {type: 'string', multiple: true},
    language: {type: 'string'},
    port: {type: 'string'},
    host: {type: 'string'},
  });
  const {files, values, lists} = read;
  if (!files.length) {
    throw new CommandError(
      'expected a glossary, received none',
      'Example: term-elements dev glossary.json',
    );
  }
  const port = portOf(values.get('port'));
  const server = await startDev(
    {
      sources: files,
      documents: lists.get('docs') ?? [],
      config: values.get('config'),
      from: values.get('from'),
      map: mapOf(read),
      language: values.get('language'),
      host: values.get('host') ?? '127.0.0.1',
      port: port ?? PORT,
      isPortAsked: port !== undefined,
      folder: process.cwd(),
    },
    io,
  );
  io.stdout(`${server.url} (Ctrl+C ends it)\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.close();
  io.stdout('ended\n');
  return EXIT.done;
}

const portOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity;
  if (port < 65_536) return port;
  throw new CommandError(
    `--port: expected a number up to 65535, received "${text}"`,
    'Example: --port 4100',
  );
};

/** `--map word=name`, as for import. */
const mapOf = ({lists}: Arguments): ReadonlyMap<string, string> =>
  new Map(
    (lists.get('map') ?? []).map((pair) => {
      const [left, right, ...more] = pair.split('=').map((part) => part.trim());
      if (left && right && !more.length) return [left, right] as const;
      throw new CommandError(
        `--map: expected FROM=TO, received "${pair}"`,
        'Example: --map word=name',
      );
    }),
  );
