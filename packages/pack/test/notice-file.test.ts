import { describe, expect, test } from 'vitest';
import { readNoticeFile } from '../index.ts';
import { problemText } from '../pack-problem.ts';

const yaml = `year: 2027
notices:
  - document: 甲〔2026〕2号
    issuedOn: 2026-11-10
    days:
      - { day: 2027-01-01, rest: true, name: 元旦 }
      - { day: 2027-01-03, rest: false, name: 元旦 }
`;
const csv = `年份,文号,印发日期,日期,安排,名称
2027,甲〔2026〕2号,2026-11-10,2027-01-01,放假,元旦
2027,甲〔2026〕2号,2026-11-10,2027-01-03,补班,元旦
`;

test('a notice reads the same from YAML and from CSV, whatever the file is called', () => {
  const { value, problems } = readNoticeFile('通知.yaml', yaml);
  expect(problems).toEqual([]);
  expect(value).toEqual([
    {
      ...{ year: 2027, document: '甲〔2026〕2号', issuedOn: '2026-11-10' },
      days: [
        { day: '2027-01-01', rest: true, name: '元旦' },
        { day: '2027-01-03', rest: false, name: '元旦' },
      ],
    },
  ]);
  expect(readNoticeFile('/tmp/通知.CSV', csv)).toEqual({ value, problems: [] });
});

describe('what is wrong is told with its line and a remedy', () => {
  test.each([
    [
      'a.yaml',
      yaml.replace('2027-01-03', '2027-01-04'),
      'a.yaml 第7行：元旦补班日“2027-01-04”本是工作日。请核对通知原文。',
    ],
    [
      'a.yaml',
      yaml.replace('2027-01-03', '2027-02-30'),
      'a.yaml 第7行：“2027-02-30”不是有效日期。请写成 2023-05-06 的格式。',
    ],
    [
      'a.yaml',
      yaml.replace('2027-01-03', '2023-01-01'),
      'a.yaml 第7行：“2023-01-01”不在2027年前后。请改正年份。',
    ],
    [
      'a.yaml',
      yaml.replace('2027-01-03, rest: false', '2027-01-01, rest: true'),
      'a.yaml 第7行：“2027-01-01”在同一通知中写了两次。请核对通知原文，只留一行。',
    ],
    [
      'a.csv',
      csv.replace('2027-01-03', '2027-01-04'),
      'a.csv 第3行：元旦补班日“2027-01-04”本是工作日。请核对通知原文。',
    ],
    [
      'a.csv',
      csv.replace('补班', '上班'),
      'a.csv 第3行：“安排”列：“上班”不在可填范围内。请填写：放假、补班。',
    ],
    [
      'a.csv',
      csv.replace('2027-01-03', '2027年1月3日'),
      'a.csv 第3行：“日期”列：“2027年1月3日”无法识别。请按此格式填写：2023-05-06。',
    ],
  ])('%s', (file, text, told) =>
    expect(readNoticeFile(file, text).problems.map(problemText)).toEqual([told]),
  );
});
