import type {IndexStrings} from '../locale-strings.js';

const zhHans: IndexStrings = {
  indexSearch: '搜索术语表',
  indexResults: '结果：{}',
  indexNoResults: '没有与 {} 匹配的条目。',
  indexNearest: '您是不是要找：',
  indexMore: '显示更多',
  indexLetters: '字母',
  indexEntries: '条目：{}',
  indexKind: '类型',
  indexArea: '主题',
  indexTag: '标签',
  indexDifficulty: '难度',
  indexAll: '全部',
};

export default zhHans;
