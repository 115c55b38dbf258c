import type {IndexStrings} from '../locale-strings.js';

const zhHant: IndexStrings = {
  indexSearch: '搜尋術語表',
  indexResults: '結果：{}',
  indexNoResults: '沒有符合 {} 的條目。',
  indexNearest: '您要找的是不是：',
  indexMore: '顯示更多',
  indexLetters: '字母',
  indexEntries: '條目：{}',
  indexKind: '類型',
  indexArea: '主題',
  indexTag: '標籤',
  indexDifficulty: '難度',
  indexAll: '全部',
};

export default zhHant;
