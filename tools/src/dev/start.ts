import {relative} from 'node:path';
import {stylesOf} from '../terminal/styles.js';
import {countOf, errorsOf} from '../lint/formats/text.js';
import type {Finding} from '../lint/finding.js';
import {CommandError} from '../terminal/errors.js';
import type {Io} from '../terminal/io.js';
import {
  CONFIG_FILE,
  type LintConfig,
  readConfig,
} from '../lint/command/config.js';
import {noteText} from '../terminal/report.js';
import {elementsFolder} from './assets.js';
import {findingChanges, termChanges} from './changes.js';
import {failure, judge, type Judgement} from './judge.js';
import {listen} from './listen.js';
import {Preview} from './preview.js';
import {type Reading, readSources, type SourceOptions} from './read-sources.js';
import {previewServer} from './server.js';
import {watchPaths} from './watch.js';

export interface DevOptions extends SourceOptions {
  readonly sources: readonly string[];
  /** Documents to lint; those of the configuration where there are none. */
  readonly documents: readonly string[];
  /** Name of the configuration, where one is named. */
  readonly config: string | undefined;
  readonly host: string;
  readonly port: number;
  /** The port was asked for. */
  readonly isPortAsked: boolean;
  /** Paths are taken from here. */
  readonly folder: string;
}

export interface DevServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Findings that are listed after a save; the preview has all of them. */
const SHOWN = 20;

/**
 * Reads, judges and shows the sources, and does so again after each save.
 *
 * @throws {CommandError} Where it cannot begin: no sources, no free port.
 */
export const startDev = async (
  options: DevOptions,
  io: Io,
): Promise<DevServer> => {
  elementsFolder();
  const session = new Session(options, io);
  await session.read([]);
  const {host, port, isPortAsked: isAsked, sources, folder} = options;
  const server = previewServer(session.preview, host);
  const taken = await listen(server, {host, port, isAsked});
  const watch = watchPaths(
    [...sources, ...session.documents, options.config ?? CONFIG_FILE],
    folder,
    (files) => session.read(files),
  );
  await watch.ready;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${taken}/`,
    async close() {
      await watch.close();
      // Browsers hold on to the stream of events.
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};

/** From one save to the next. */
class Session {
  readonly preview = new Preview();
  documents: readonly string[] = [];

  constructor(
    readonly options: DevOptions,
    readonly io: Io,
  ) {}

  /** @param saved The files that have changed; none at the start. */
  async read(saved: readonly string[]): Promise<void> {
    const {io, options, preview} = this;
    const {folder, sources} = options;
    const before = preview.state;
    try {
      const config = await readConfig(io.files, folder, options.config);
      const reading = await readSources(sources, options, io);
      const judgement = await this.#judge(reading, config);
      const {place} = reading;
      preview.show({...judgement, place});
      this.#report(saved, before, judgement);
      for (const note of reading.notes) io.stderr(noteText(note));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      const findings = [failure(error, sources[0] ?? '')];
      const judgement = {glossary: undefined, findings, documents: 0};
      preview.show({...judgement, place: before.place});
      this.#report(saved, before, judgement);
    }
  }

  #judge(reading: Reading, config: LintConfig): Promise<Judgement> {
    const {io, options} = this;
    const {documents, folder} = options;
    this.documents = documents.length ? documents : config.documents;
    return judge(reading, {io, config, documents: this.documents, folder});
  }

  /** One line about the save, and the findings that are new. */
  #report(
    saved: readonly string[],
    before: Preview['state'],
    {glossary, findings, documents}: Judgement,
  ): void {
    const {io, options} = this;
    const {bold, dim, red, yellow} = stylesOf(io.colors);
    const errors = errorsOf(findings);
    const counts = `${countOf(errors, 'error')}, ${countOf(findings.length - errors, 'warning')}`;
    const {fresh, fixed} = findingChanges(before.findings, findings);
    const what = saved.length
      ? `saved ${saved.map((file) => relative(options.folder, file)).join(', ')}`
      : `read ${options.sources.join(', ')}`;
    const details = [
      saved.length && glossary ? termChanges(before.glossary, glossary) : '',
      saved.length && fixed ? `${fixed} fixed` : '',
      documents ? `in ${countOf(documents, 'document')}` : '',
      glossary ? '' : 'the preview stays as it was',
    ].filter(Boolean);
    io.stdout(
      `${bold(what)}: ${counts}${details.length ? dim(` (${details.join('; ')})`) : ''}\n`,
    );
    const line = ({file, start, severity, message, help}: Finding) => {
      const mark = severity === 'error' ? red : yellow;
      const more = help ? `. ${dim(help)}` : '';
      return `  ${file}:${start.line}:${start.column}: ${mark(`${severity}:`)} ${message}${more}\n`;
    };
    for (const finding of fresh.slice(0, SHOWN)) io.stdout(line(finding));
    if (fresh.length > SHOWN) {
      io.stdout(`  and ${(fresh.length - SHOWN).toLocaleString('en')} more\n`);
    }
  }
}
