import type {IndexStrings} from '../locale-strings.js';

const ja: IndexStrings = {
  indexSearch: '用語集を検索',
  indexResults: '検索結果: {}',
  indexNoResults: '{} に一致する項目はありません。',
  indexNearest: 'もしかして:',
  indexMore: 'さらに表示',
  indexLetters: '見出し文字',
  indexEntries: '項目: {}',
  indexKind: '種類',
  indexArea: '分野',
  indexTag: 'タグ',
  indexDifficulty: '難易度',
  indexAll: 'すべて',
};

export default ja;
