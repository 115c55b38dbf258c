import {readTermPage, termHeadline} from '../page-form/term-page.js';
import type {Imported, Importer} from './importer.js';
import type {ImportedTerm} from './keep-valid.js';

/** Published pages of single entries; `export --format page` gives them back. */
export const termPageImporter: Importer = {
  name: 'term-page',
  title: 'published pages of single terms and definitions, Markdown',
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
    yield {type: 'term', value: term as ImportedTerm, line: 1, guessed};
    for (const area of areas)
      yield {type: 'area', value: area, line: 1, isMentioned: true};
  },
};
