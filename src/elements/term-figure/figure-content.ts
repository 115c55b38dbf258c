import type {Entry} from '../../glossary/source.js';
import type {Figure} from '../../glossary/types.js';
import type {ContentKey, ReadAttribute} from '../../page/content-contract.js';

/** What decides the content of a figure. */
export interface FigureSettings {
  readonly term: string;
  readonly figure?: Figure | undefined;
}

const figureFrom = (json: string | undefined): Figure | undefined => {
  try {
    return json === undefined ? undefined : (JSON.parse(json) as Figure);
  } catch {
    return undefined;
  }
};

/** The settings of a figure, as its attributes state them. */
export const figureSettings = (read: ReadAttribute): FigureSettings => ({
  term: read('term') ?? '',
  figure: figureFrom(read('figure')),
});

/** What a figure requests from the glossary; `undefined` for nothing. */
export const figureRequest = ({
  term,
  figure,
}: FigureSettings): ContentKey | undefined =>
  term && !figure ? [term] : undefined;

/** The key of a figure's content. */
export const figureKey = ({term, figure}: FigureSettings): ContentKey => [
  figure ?? term,
];

/** The language that the numbers of an entry's figure are written by. */
export const figureLanguage = (
  entry: Entry | null | undefined,
): string | undefined => entry?.language ?? entry?.glossary.language;
