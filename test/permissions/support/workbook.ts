import { marksOf } from './marks.ts';

/** A small yearly list with a project of either side; the name keeps its projects apart from other workbooks'. */
export function listWorkbook(name: string) {
  const header =
    '序号,项目名称,所属地区,建设性质,建设内容,建设起止年限,总投资（万元）,2023年计划投资（万元）,项目阶段';
  const line = (number: number, place: string, side: 'east' | 'west') => {
    const { word, fen, totalFen } = marksOf(side);
    const about = [number, `${place}${name}厂房`, `${place}区`, '新建', word('建设内容'), '2022-2025'];
    return [...about, inWan(totalFen), inWan(fen), '在建'].join(',');
  };
  const text = [header, line(1, '东江', 'east'), line(2, '西江', 'west')].map((one) => `${one}\n`).join('');
  const file = { name: `${name}.csv`, bytes: new TextEncoder().encode(text) };
  return { kind: 'projects' as const, year: 2023, sender: '市统计局', file };
}

function inWan(fen: bigint): string {
  return `${fen / 1_000_000n}.${String(fen % 1_000_000n).padStart(6, '0')}`;
}
