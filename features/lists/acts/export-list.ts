import { audit, type City, ensureMay } from '#access';
import type { InputOf } from '#http';
import { type Column, type Table, tableBytes } from '#sheets';
import type { exportList as route } from '../contract.ts';
import { basisNames, texts, memberColumns as title, verdictNames } from '../texts.ts';
import { listMembers } from './list-members.ts';
import type { MemberLine } from './members-of.ts';

/** The list of a day as it is shown, amounts in the reader's unit. */
export async function exportList(city: City, input: InputOf<typeof route>) {
  ensureMay(city, 'list.export', {});
  const { list, year, asOf, rows } = await listMembers(city, input);
  await audit(city, {
    action: 'list.export',
    object: 'list',
    objectId: list.id,
    details: { year, asOf, projects: rows.length },
  });
  const apart = rows.filter((row) => row.apart).length;
  const table: Table<MemberLine> = {
    sheet: list.shortName,
    title: `${year}年${list.name}清单`,
    note: `${texts.members(asOf, rows.length - apart, apart)}；范围之外的金额不列出`,
    columns: columns(input.unit ?? '万元'),
    rows,
  };
  return {
    name: `${year}年${list.shortName}_${city.pack.name}_${asOf}.xlsx`,
    bytes: await tableBytes([table as Table<unknown>]),
  };
}

function columns(unit: '万元' | '亿元'): Column<MemberLine>[] {
  return [
    { title: title.number, kind: 'text', width: 16, value: (row) => row.number },
    { title: title.name, kind: 'text', width: 40, value: (row) => row.name },
    { title: title.districts, kind: 'text', value: (row) => row.districts.join('、') },
    { title: title.category, kind: 'text', value: (row) => row.category },
    { title: title.totalFen, kind: 'money', unit, value: (row) => row.totalFen },
    { title: title.apart, kind: 'text', width: 30, value: (row) => row.apart },
    { title: title.fromOn, kind: 'date', value: (row) => row.fromOn },
    { title: title.basis, kind: 'text', value: (row) => basisNames[row.basis] },
    { title: title.verdict, kind: 'text', width: 40, value: verdictText },
    { title: title.reason, kind: 'text', width: 30, value: (row) => row.reason },
    { title: title.approver, kind: 'text', value: (row) => row.approver },
  ];
}

function verdictText({ verdict, lines }: MemberLine): string {
  const found = lines.map((line) => `${line.demand}：${line.found ?? '—'}`).join('；');
  return [verdictNames[verdict], found].filter((part) => part).join('。');
}
