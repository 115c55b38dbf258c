import {join} from 'node:path';
import {guardedFetch} from '../../fetch/guarded-fetch.js';
import type {Io} from '../../terminal/io.js';
import {parseGlossaryText} from '../../files/load-glossary.js';
import {OutputTree} from '../../files/output/output-tree.js';
import type {Progress} from '../../terminal/progress.js';
import {Report} from '../../terminal/report.js';
import type {Settings} from './arguments.js';
import {AddressHashes, isAsItWas} from './changes.js';
import {contentHash} from './content-hash.js';
import {findFiles, type SiteFiles} from './find-files.js';
import type {PageSettings, RenderedPage} from './page-worker.js';
import {publishedSheet, STYLESHEET} from './published-sheet.js';
import {bytesIfAny, bytesOf} from './read-bytes.js';
import {renderPages} from './render-pages.js';
import {siteFetch} from './site-fetch.js';
import {
  type PageState,
  readState,
  type SiteState,
  STATE_FILE,
  stateText,
} from './state.js';

/** The result of a run. */
export interface SiteResult {
  readonly pages: number;
  /** Pages that are new or otherwise than before. */
  readonly written: number;
  /** Other files of the site, the style sheet among them. */
  readonly files: number;
  /** Files of the run before that are no longer of the site. */
  readonly removed: number;
  /** Elements whose content, links or data are now in the pages. */
  readonly elements: number;
  readonly report: Report;
}

/**
 * Writes a site with the content of all elements in place, all or nothing. A
 * page that has not changed, nor anything that it was made of, is left as it
 * is.
 *
 * @throws {CommandError} Where something cannot be read or written; the output
 *     is as it was then.
 */
export const prerenderSite = async (
  settings: Settings,
  {files, version}: Pick<Io, 'files' | 'version'>,
  progress: Progress,
): Promise<SiteResult> => {
  const path = settings.glossary;
  const glossary =
    path === undefined ? undefined : {path, text: await files.read(path)};
  // Faults of the glossary are reported before anything is done.
  if (glossary) parseGlossaryText(glossary.text, glossary.path);
  const {site, output, siteUrl, stylesheet, isFetching, isHydrated} = settings;
  const key = contentHash(
    // prettier-ignore
    JSON.stringify([version, siteUrl, stylesheet, isFetching, isHydrated, glossary?.text]),
  );
  const found = await findFiles(site);
  const last = await readState(output);
  const run = new SiteRun({...settings, glossary}, found, progress);
  try {
    return await run.write(last, key, settings.jobs);
  } finally {
    await run.tree.discard();
  }
};

interface RunSettings extends PageSettings {
  readonly output: string;
}

class SiteRun {
  readonly tree: OutputTree;
  readonly #report = new Report();
  readonly #pages = new Map<string, PageState>();
  readonly #files = new Map<string, string>();
  readonly #notes = new Map<string, RenderedPage['notes']>();
  readonly #hashes: AddressHashes;
  #written = 0;
  #removed = 0;

  constructor(
    readonly settings: RunSettings,
    readonly found: SiteFiles,
    readonly progress: Progress,
  ) {
    const {site, siteUrl, output, isFetching} = settings;
    this.tree = new OutputTree(output);
    const outside = isFetching ? guardedFetch : undefined;
    this.#hashes = new AddressHashes(siteFetch(site, siteUrl, outside));
  }

  async write(last: SiteState, key: string, jobs: number): Promise<SiteResult> {
    const {found, settings} = this;
    for (const path of found.left)
      this.#report.dropped(
        {file: join(settings.site, path), line: 1},
        'hidden files, symbolic links and devices are not copied',
      );
    const known = last.key === key ? last.pages : new Map<string, PageState>();
    const changed = await this.#keepUnchanged(known);
    let done = 0;
    await renderPages(changed, settings, jobs, async (page) => {
      this.progress.show('prerendering', done++ / changed.length);
      await this.#take(page);
    });
    this.#tellNotes(changed);
    await this.#copy();
    await this.#addStylesheet();
    await this.#removeOld(last);
    const state = {key, pages: this.#pages, files: this.#files};
    await this.tree.write(STATE_FILE, stateText(state));
    await this.tree.commit();
    const pages = [...this.#pages.values()];
    return {
      pages: pages.length,
      written: this.#written,
      files: this.#files.size,
      removed: this.#removed,
      elements: pages.reduce((sum, {elements}) => sum + elements, 0),
      report: this.#report,
    };
  }

  /** @returns The pages that are to be made. */
  async #keepUnchanged(
    known: ReadonlyMap<string, PageState>,
  ): Promise<readonly string[]> {
    const {site, output} = this.settings;
    const {pages} = this.found;
    const changed: string[] = [];
    for (const [index, path] of pages.entries()) {
      this.progress.show('looking for changes', index / pages.length);
      const state = known.get(path);
      if (state && (await isAsItWas(site, output, path, state, this.#hashes))) {
        this.#pages.set(path, state);
        this.tree.keep();
      } else {
        changed.push(path);
      }
    }
    return changed;
  }

  async #take(page: RenderedPage): Promise<void> {
    const {path, content, notes, elements, needsStylesheet} = page;
    if (await this.tree.write(path, content)) this.#written++;
    if (notes.length) this.#notes.set(path, notes);
    this.#pages.set(path, {
      // Pages with notes are made in every run, to repeat the notes.
      input: notes.length ? '' : page.input,
      output: contentHash(content),
      glossaries: await this.#hashes.all(page.glossaries),
      elements,
      needsStylesheet,
    });
  }

  /** In the order of the pages, whichever was done first. */
  #tellNotes(pages: readonly string[]): void {
    for (const path of pages) {
      const file = join(this.settings.site, path);
      for (const {line, tag, message} of this.#notes.get(path) ?? [])
        this.#report.warning({file, line}, `<${tag}>: ${message}`);
    }
  }

  async #copy(): Promise<void> {
    const {others} = this.found;
    for (const [index, path] of others.entries()) {
      this.progress.show('copying', index / others.length);
      await this.#add(path, await bytesOf(join(this.settings.site, path)));
    }
  }

  /** A site that has one of this name has its own look. */
  async #addStylesheet(): Promise<void> {
    if (this.settings.stylesheet !== undefined || this.#files.has(STYLESHEET))
      return;
    const pages = [...this.#pages.values()];
    if (pages.some(({needsStylesheet}) => needsStylesheet))
      await this.#add(STYLESHEET, await publishedSheet());
  }

  async #add(path: string, content: Uint8Array): Promise<void> {
    await this.tree.write(path, content);
    this.#files.set(path, contentHash(content));
  }

  /**
   * Files that the last run wrote and this one did not, unless they were
   * changed since.
   */
  async #removeOld(last: SiteState): Promise<void> {
    const known = [
      ...[...last.pages].map(([path, {output}]) => [path, output] as const),
      ...last.files,
    ];
    for (const [path, hash] of known) {
      if (this.#pages.has(path) || this.#files.has(path)) continue;
      const place = join(this.settings.output, path);
      const content = await bytesIfAny(place);
      if (!content) continue;
      if (contentHash(content) === hash) {
        if (await this.tree.remove(path)) this.#removed++;
        continue;
      }
      this.#report.warning(
        {file: place, line: 1},
        'it is no longer part of the site, but was changed since it was written, so it is not removed',
      );
    }
  }
}
