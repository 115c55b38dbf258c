import type {IndexStrings} from '../locale-strings.js';

const he: IndexStrings = {
  indexSearch: 'חיפוש במילון המונחים',
  indexResults: 'תוצאות: {}',
  indexNoResults: 'אין ערך שתואם ל-{}.',
  indexNearest: 'האם התכוונת ל:',
  indexMore: 'הצגת עוד',
  indexLetters: 'אותיות',
  indexEntries: 'ערכים: {}',
  indexKind: 'סוג',
  indexArea: 'נושא',
  indexTag: 'תגית',
  indexDifficulty: 'רמת קושי',
  indexAll: 'הכול',
};

export default he;
