import type {IndexStrings} from '../locale-strings.js';

const pl: IndexStrings = {
  indexSearch: 'Przeszukaj słownik',
  indexResults: 'Wyniki: {}',
  indexNoResults: 'Żadne hasło nie pasuje do {}.',
  indexNearest: 'Czy chodziło o:',
  indexMore: 'Pokaż więcej',
  indexLetters: 'Litery',
  indexEntries: 'Hasła: {}',
  indexKind: 'Rodzaj',
  indexArea: 'Temat',
  indexTag: 'Etykieta',
  indexDifficulty: 'Poziom trudności',
  indexAll: 'Wszystkie',
};

export default pl;
