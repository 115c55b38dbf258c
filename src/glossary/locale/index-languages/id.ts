import type {IndexStrings} from '../locale-strings.js';

const id: IndexStrings = {
  indexSearch: 'Cari di glosarium',
  indexResults: 'Hasil: {}',
  indexNoResults: 'Tidak ada entri yang cocok dengan {}.',
  indexNearest: 'Mungkin maksud Anda:',
  indexMore: 'Tampilkan lebih banyak',
  indexLetters: 'Huruf',
  indexEntries: 'Entri: {}',
  indexKind: 'Jenis',
  indexArea: 'Topik',
  indexTag: 'Tag',
  indexDifficulty: 'Tingkat kesulitan',
  indexAll: 'Semua',
};

export default id;
