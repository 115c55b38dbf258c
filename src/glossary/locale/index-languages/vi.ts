import type {IndexStrings} from '../locale-strings.js';

const vi: IndexStrings = {
  indexSearch: 'Tìm trong bảng thuật ngữ',
  indexResults: 'Kết quả: {}',
  indexNoResults: 'Không có mục nào khớp với {}.',
  indexNearest: 'Có phải bạn muốn tìm:',
  indexMore: 'Hiển thị thêm',
  indexLetters: 'Chữ cái',
  indexEntries: 'Số mục: {}',
  indexKind: 'Loại',
  indexArea: 'Chủ đề',
  indexTag: 'Thẻ',
  indexDifficulty: 'Độ khó',
  indexAll: 'Tất cả',
};

export default vi;
