import type {AreaDraft, TermDraft} from './draft.js';
import {readTermPage, termHeadline} from './read-term-page.js';
import type {Imported, Importer} from '../reading/importer.js';
import type {ImportedTerm} from '../reading/keep-valid.js';

/** Published pages of single entries; `export --format page` gives them back. */
export const termPageImporter: Importer = {
  recognises: (file, start) =>
    /\.(?:md|markdown)$/i.test(file) && termHeadline(start) !== null,

  async *read(input, _, report): AsyncGenerator<Imported> {
    const {file, path = file} = input;
    const name = path.split('/').at(-1) ?? path;
    const text = await (input.original?.() ?? input.text());
    const page = readTermPage(text, name.replace(/\.[^.]*$/, ''), file, report);
    if (!page) {
      report.dropped(
        {file, line: 1},
        'a page without a headline such as "# NAME ⎊ Term"',
      );
      return;
    }
    const {term, guessed, areas} = page;
    const place = {file, line: 1};
    const url = addressOf(path, term, areas);
    if (url !== undefined)
      report.guessed(place, 'url: made of the path of the file and the site');
    if (term.related)
      report.guessed(
        place,
        'related: ids are the last parts of addresses; one that is not imported leads nowhere',
      );
    const {id, ...rest} = term;
    // An address finds the entry again, whatever id it has.
    const value = url === undefined ? {id, ...rest} : {...rest, url};
    yield {
      type: 'term',
      value: value as ImportedTerm,
      line: 1,
      guessed: [...guessed, 'url'],
    };
    for (const area of areas)
      yield {type: 'area', value: area, line: 1, isMentioned: true};
  },
};

const AREA = /^(https?:\/\/[^?#\s]{1,300}?\/)area\/[^/?#\s]{1,300}\/?$/;

/** `definition/initial-margin.md` of a site whose areas are `…/area/…/`. */
const addressOf = (
  path: string,
  {id, kind}: TermDraft,
  areas: readonly AreaDraft[],
): string | undefined => {
  const [, site] = AREA.exec(areas[0]?.url ?? '') ?? [];
  const isThere = `/${path.replace(/\.[^./]*$/, '')}`.endsWith(
    `/${kind}/${id}`,
  );
  return site && isThere
    ? `${site}${kind}/${encodeURIComponent(id)}/`
    : undefined;
};
