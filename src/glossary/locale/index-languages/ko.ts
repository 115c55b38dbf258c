import type {IndexStrings} from '../locale-strings.js';

const ko: IndexStrings = {
  indexSearch: '용어집 검색',
  indexResults: '검색 결과: {}',
  indexNoResults: '{}와(과) 일치하는 항목이 없습니다.',
  indexNearest: '다음을 찾으셨나요?',
  indexMore: '더 보기',
  indexLetters: '글자',
  indexEntries: '항목: {}',
  indexKind: '종류',
  indexArea: '주제',
  indexTag: '태그',
  indexDifficulty: '난이도',
  indexAll: '전체',
};

export default ko;
