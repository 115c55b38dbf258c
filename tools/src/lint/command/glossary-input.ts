import type {GlossaryPlace} from '../finding.js';
import type {GlossaryInput} from '../linter.js';
import {LocatedJson} from '../../files/json/located.js';
import {parseGlossaryText} from '../../files/load-glossary.js';

/**
 * A glossary document, and where its parts stand in the text.
 *
 * @throws {CommandError} Where it is no valid glossary.
 */
export const glossaryInput = (whole: string, file: string): GlossaryInput => {
  const text = whole.replace(/^\uFEFF/, '');
  const document = parseGlossaryText(text, file);
  let located: LocatedJson | undefined;
  return {
    document,
    place: ({keys, name}: GlossaryPlace) => {
      // Most glossaries have no finding, and need no places.
      located ??= new LocatedJson(text);
      return {file, ...located.range(keys, {key: name ?? false})};
    },
  };
};
