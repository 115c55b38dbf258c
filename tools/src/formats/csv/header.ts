import type {Place, Report} from '../../terminal/report.js';
import {guessProperties} from '../reading/guess-property.js';
import {TERM_SHAPES} from '../../fields/shapes.js';
import {type Column, columnOf, isPossible} from './column.js';

/** What a column that has one cell for an object most likely means. */
const WHOLE: Readonly<Record<string, string>> = {
  image: 'image.url',
  author: 'author.name',
  deprecated: 'deprecated.use',
};

/**
 * What the columns of a table hold. A header that has both `name` and `summary`
 * is in our form and is read to the letter; of any other one the names are
 * guessed, and the guesses reported.
 *
 * @param map Properties, and what the table calls them.
 * @returns For each column what it holds; `undefined` for one that is left out.
 */
export const readHeader = (
  names: readonly string[],
  map: ReadonlyMap<string, string>,
  place: Place,
  report: Report,
): readonly (Column | undefined)[] => {
  const properties = new Map<string, string>();
  for (const [property, name] of map) properties.set(name, property);
  const isOurs = names.includes('name') && names.includes('summary');
  const taken = new Set([...map.keys(), ...names.filter(isProperty)]);
  const free = names.filter((name) => !properties.has(name));
  const guesses = guessProperties(
    free.filter((name) => !isProperty(name)),
    taken,
  );
  const guessed = new Set<string>();
  for (const {property, name} of guesses) {
    if (isOurs) {
      report.warning(
        place,
        `column ${quoted(name)} is kept as it is; if it is ${property}, say so: --map ${property}=${quoted(name)}`,
      );
    } else {
      properties.set(name, property);
      guessed.add(name);
    }
  }
  const known = new Set<string>();
  return names.map((name) => {
    const property = properties.get(name) ?? name;
    const whole = Object.hasOwn(WHOLE, property) ? WHOLE[property] : undefined;
    const path = whole ?? property;
    if (whole !== undefined || guessed.has(name)) {
      report.guessed(place, `column ${quoted(name)} is read as ${path}`);
    }
    const column = columnOf(path);
    const isMapped = properties.has(name);
    let why: string | undefined;
    if (!name) why = 'a column without a name';
    else if (!isMapped && map.has(path))
      why = `column ${quoted(name)}: --map reads ${path} from another column`;
    else if (known.has(path))
      why = `column ${quoted(name)}: there is another one for ${path}`;
    else if (path !== 'sources' && !isPossible(column))
      why = `column ${quoted(name)}: a term has no such property`;
    if (why !== undefined) report.dropped(place, why);
    else known.add(path);
    return why === undefined ? column : undefined;
  });
};

const isProperty = (name: string) =>
  Object.hasOwn(TERM_SHAPES, name.split('.')[0]!);

const quoted = (name: string) => JSON.stringify(name.slice(0, 60));
