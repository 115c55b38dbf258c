import type {IndexStrings} from '../locale-strings.js';

const fr: IndexStrings = {
  indexSearch: 'Rechercher dans le glossaire',
  indexResults: 'Résultats : {}',
  indexNoResults: 'Aucune entrée ne correspond à {}.',
  indexNearest: 'Vouliez-vous dire :',
  indexMore: 'Afficher plus',
  indexLetters: 'Lettres',
  indexEntries: 'Entrées : {}',
  indexKind: 'Type',
  indexArea: 'Thème',
  indexTag: 'Mot-clé',
  indexDifficulty: 'Difficulté',
  indexAll: 'Tout',
};

export default fr;
