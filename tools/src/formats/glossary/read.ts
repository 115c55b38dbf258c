import {parseGlossaryText} from '../../files/load-glossary.js';
import type {AreaDraft} from '../published-page/draft.js';
import {LocatedJson} from '../../files/json/located.js';
import type {Imported, Importer} from '../reading/importer.js';
import type {ImportedTerm} from '../reading/keep-valid.js';

/** Documents of our own format, for glossaries that become one. */
export const glossaryImporter: Importer = {
  recognises: (file, start) =>
    /\.json$/i.test(file) && /^\s{0,1000}\{[^{[]*"format"\s*:\s*\d/.test(start),

  async *read(input, _, report): AsyncGenerator<Imported> {
    const {file} = input;
    const source = await input.text();
    const {terms, areas = [], ...head} = parseGlossaryText(source, file);
    const located = new LocatedJson(source);
    const lineOf = (list: string, index: number) =>
      located.place([list, index]).line;
    yield {type: 'glossary', value: head};
    for (const [index, term] of terms.entries()) {
      const line = lineOf('terms', index);
      if (term.name === null) {
        report.dropped(
          {file, line},
          'a removal of a term in the layers below, which only a layer can have',
        );
      } else {
        yield {type: 'term', value: term as ImportedTerm, line};
      }
    }
    for (const [index, area] of areas.entries())
      yield {
        type: 'area',
        value: area as AreaDraft,
        line: lineOf('areas', index),
      };
  },
};
