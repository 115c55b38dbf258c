import {nearest} from './checks/nearest.js';
import {CommandError} from './terminal/errors.js';
import {type Command, EXIT, type ExitCode, type Io} from './terminal/io.js';
import {stylesOf} from './terminal/styles.js';

/** A command by what the help says of it. */
interface ListedCommand {
  readonly summary: string;
  /** The code of the command, which is loaded when it is called. */
  load(): Promise<Command>;
}

const COMMANDS: ReadonlyMap<string, ListedCommand> = new Map(
  Object.entries<ListedCommand>({
    import: {
      summary: 'read pages, tables and other glossaries into one',
      load: async () => (await import('./commands/import.js')).importCommand,
    },
    export: {
      summary: 'write a glossary as pages, data or a site',
      load: async () => (await import('./commands/export.js')).exportCommand,
    },
    validate: {
      summary: 'check a glossary',
      load: async () =>
        (await import('./commands/validate.js')).validateCommand,
    },
    check: {
      summary: 'check the structured data of a page',
      load: async () => (await import('./commands/check.js')).checkCommand,
    },
    link: {
      summary: 'link the terms of a glossary in documents',
      load: async () => (await import('./commands/link.js')).linkCommand,
    },
    lint: {
      summary: 'check documents against a glossary',
      load: async () => (await import('./commands/lint.js')).lintCommand,
    },
    dev: {
      summary: 'show a glossary while you work on it',
      load: async () => (await import('./commands/dev.js')).devCommand,
    },
    mcp: {
      summary: 'answer for a glossary over the Model Context Protocol',
      load: async () => (await import('./commands/mcp.js')).mcpCommand,
    },
    build: {
      summary:
        'cut a glossary into small files, for pages that name a few terms',
      load: async () => (await import('./commands/build.js')).buildCommand,
    },
    prerender: {
      summary: 'put the content of elements into the pages of a site',
      load: async () =>
        (await import('./commands/prerender.js')).prerenderCommand,
    },
  }),
);

const HELP = `term-elements COMMAND

Commands
${[...COMMANDS]
  .map(([name, {summary}]) => `  ${name.padEnd(11)}${summary}`)
  .join('\n')}

Options
  -h, --help     show this, or the help of a command
  -v, --version  show the version

Example
  term-elements import area-page.md -o glossary.json
`;

/**
 * The command line.
 *
 * @param args What stands after the name of the program.
 * @returns The exit code: 0 done, 1 faults were found, 2 wrong usage or input
 *     that cannot be read.
 */
export const main = async (
  args: readonly string[],
  io: Io,
): Promise<ExitCode> => {
  const [name, ...rest] = args;
  try {
    if (name === '--version' || name === '-v') {
      io.stdout(`${io.version}\n`);
      return EXIT.done;
    }
    if (name === '--help' || name === '-h' || name === 'help') {
      const named = COMMANDS.get(rest[0] ?? '');
      io.stdout(named ? (await named.load()).help : HELP);
      return EXIT.done;
    }
    const command = await commandNamed(name).load();
    const ended = rest.indexOf('--');
    const words = ended < 0 ? rest : rest.slice(0, ended);
    if (words.includes('--help') || words.includes('-h')) {
      io.stdout(command.help);
      return EXIT.done;
    }
    return await command.run(rest, io);
  } catch (error) {
    io.stderr(errorText(error, io, name));
    return EXIT.usage;
  }
};

const commandNamed = (name: string | undefined): ListedCommand => {
  const names = [...COMMANDS.keys()];
  if (name === undefined) {
    throw new CommandError(
      `expected a command: ${names.join(', ')}`,
      'See: term-elements --help',
    );
  }
  const command = COMMANDS.get(name);
  if (command) return command;
  const what = name.startsWith('-') ? 'option' : 'command';
  const meant = nearest(name, [...names, '--help', '--version']);
  throw new CommandError(
    `unknown ${what} ${name}`,
    `${meant ? `Did you mean ${meant}? ` : ''}See: term-elements --help`,
  );
};

const errorText = (error: unknown, {colors}: Io, name = ''): string => {
  const {red, dim} = stylesOf(colors);
  const program = COMMANDS.has(name)
    ? `term-elements ${name}`
    : 'term-elements';
  const {message} = error as Error;
  const wayOut =
    error instanceof CommandError
      ? error.wayOut
      : 'This is a bug in term-elements, not a fault of your input. Nothing was written.';
  const start = `${program}: ${red('error:')} ${message}\n`;
  return wayOut ? `${start}${dim(wayOut)}\n` : start;
};
