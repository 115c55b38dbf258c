import pc from 'picocolors';
import {buildCommand} from './commands/build.js';
import {devCommand} from './commands/dev.js';
import {CommandError} from './terminal/errors.js';
import {exportCommand} from './commands/export.js';
import {importCommand} from './commands/import.js';
import {type Command, EXIT, type ExitCode, type Io} from './terminal/io.js';
import {linkCommand} from './commands/link.js';
import {lintCommand} from './commands/lint.js';
import {nearest} from './checks/nearest.js';
import {prerenderCommand} from './commands/prerender.js';
import {validateCommand} from './commands/validate.js';

const COMMANDS: Readonly<Record<string, Command>> = {
  import: importCommand,
  export: exportCommand,
  validate: validateCommand,
  link: linkCommand,
  lint: lintCommand,
  dev: devCommand,
  build: buildCommand,
  prerender: prerenderCommand,
};

const HELP = `term-elements COMMAND

Commands
${Object.entries(COMMANDS)
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
      io.stdout(COMMANDS[rest[0] ?? '']?.help ?? HELP);
      return EXIT.done;
    }
    const command = commandOf(name);
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

const commandOf = (name: string | undefined): Command => {
  const command =
    name !== undefined && Object.hasOwn(COMMANDS, name)
      ? COMMANDS[name]
      : undefined;
  if (command) return command;
  const names = Object.keys(COMMANDS);
  if (name === undefined) {
    throw new CommandError(
      `expected a command: ${names.join(', ')}`,
      'See: term-elements --help',
    );
  }
  const what = name.startsWith('-') ? 'option' : 'command';
  const meant = nearest(name, [...names, '--help', '--version']);
  throw new CommandError(
    `unknown ${what} ${name}`,
    `${meant ? `Did you mean ${meant}? ` : ''}See: term-elements --help`,
  );
};

const errorText = (error: unknown, {colors}: Io, name = ''): string => {
  const {red, dim} = pc.createColors(colors);
  const program = Object.hasOwn(COMMANDS, name)
    ? `term-elements ${name}`
    : 'term-elements';
  const {message} = error as Error;
  const wayOut =
    error instanceof CommandError
      ? error.wayOut
      : 'This is a fault of term-elements, not of your input. Nothing was written.';
  const start = `${program}: ${red('error:')} ${message}\n`;
  return wayOut ? `${start}${dim(wayOut)}\n` : start;
};
