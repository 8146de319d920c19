import { describe, expect, test } from 'vitest';
import { contentDisposition, fileNameFrom, plainFileName } from '../file.ts';

describe('the name of a file', () => {
  test.each([
    ['一月报表.xlsx', '一月报表.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\报表\\一月.xlsx', '一月.xlsx'],
    ['a\u0000b".csv', 'ab.csv'],
    ['..', '未命名'],
    ['', '未命名'],
    ['x'.repeat(300), 'x'.repeat(200)],
  ])('%j becomes %j', (given, plain) => expect(plainFileName(given)).toBe(plain));

  test.each(['大连 2023（一）.xlsx', "o'clock*.csv", '100%.txt'])('%s survives the header', (name) => {
    expect(fileNameFrom(contentDisposition(name))).toBe(plainFileName(name));
  });

  test('the header is plain ASCII', () => {
    expect(contentDisposition('通报"一".docx')).toMatch(/^[\x20-\x7e]+$/);
  });
});
