import type {
  Area,
  AreaPage,
  GlossaryIndex,
  Resource,
} from 'term-elements/glossary';
import {CommandError} from '../../terminal/errors.js';
import {nearest} from '../../checks/nearest.js';
import {pageOfResource} from './area-page.js';

/** Names listed in a message before it says how many more there are. */
const LISTED = 12;

const list = (names: readonly string[]) =>
  names.slice(0, LISTED).join(', ') +
  (names.length > LISTED ? ` and ${names.length - LISTED} more` : '');

/**
 * The page that is meant. What is the only one need not be named.
 *
 * @throws {CommandError} Saying which there are.
 */
export const selectPage = (
  index: GlossaryIndex,
  areaId: string | undefined,
  resource: string | undefined,
): AreaPage => {
  const area = selectArea(index, areaId);
  if (area.resources?.length) {
    return pageOfResource(index, area, selectResource(area, resource));
  }
  if (resource !== undefined) {
    throw new CommandError(
      `area "${area.id}" has no resources`,
      'Leave out --resource.',
    );
  }
  const perPage = Math.max(1, index.termsOf(area).length);
  return index.areaPage({area: area.id, perPage})!;
};

const selectArea = (index: GlossaryIndex, id: string | undefined): Area => {
  const areas = index.glossary.areas ?? [];
  const ids = areas.map((area) => area.id);
  if (id === undefined) {
    const [only, other] = areas;
    if (only && !other) return only;
    throw new CommandError(
      only
        ? 'the glossary has several areas: --area expects one of them'
        : 'expected a glossary with areas, received one without',
      only && `There are: ${list(ids)}`,
    );
  }
  const area = index.area(id);
  if (area) return area;
  const meant = nearest(id, ids);
  throw new CommandError(
    `there is no area "${id}"`,
    `${meant ? `Did you mean ${meant}? ` : ''}There are: ${list(ids) || 'none'}`,
  );
};

const nameOf = ({number}: Resource) => (number ?? 'root').toString();

const selectResource = (area: Area, name: string | undefined): Resource => {
  const resources = area.resources ?? [];
  const names = resources.map(nameOf);
  const [only, other] = resources;
  if (name === undefined && only && !other) return only;
  const found = resources.find((resource) => nameOf(resource) === name);
  if (found) return found;
  throw new CommandError(
    name === undefined
      ? `area "${area.id}" has several resources: --resource expects one of them`
      : `area "${area.id}" has no resource "${name}"`,
    `There are: ${list(names)}`,
  );
};
