import type {IndexStrings} from '../locale-strings.js';

const th: IndexStrings = {
  indexSearch: 'ค้นหาในอภิธานศัพท์',
  indexResults: 'ผลการค้นหา: {}',
  indexNoResults: 'ไม่พบรายการที่ตรงกับ {}',
  indexNearest: 'คุณหมายถึง:',
  indexMore: 'แสดงเพิ่มเติม',
  indexLetters: 'ตัวอักษร',
  indexEntries: 'รายการ: {}',
  indexKind: 'ชนิด',
  indexArea: 'หัวข้อ',
  indexTag: 'แท็ก',
  indexDifficulty: 'ความยาก',
  indexAll: 'ทั้งหมด',
};

export default th;
