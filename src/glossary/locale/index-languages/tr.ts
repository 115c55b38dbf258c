import type {IndexStrings} from '../locale-strings.js';

const tr: IndexStrings = {
  indexSearch: 'Sözlükte ara',
  indexResults: 'Sonuçlar: {}',
  indexNoResults: '{} ile eşleşen madde yok.',
  indexNearest: 'Bunu mu demek istediniz:',
  indexMore: 'Daha fazla göster',
  indexLetters: 'Harfler',
  indexEntries: 'Maddeler: {}',
  indexKind: 'Tür',
  indexArea: 'Konu',
  indexTag: 'Etiket',
  indexDifficulty: 'Zorluk',
  indexAll: 'Tümü',
};

export default tr;
