import type { Block, OfficialDocument, TableColumn } from '#documents';
import { lightNames } from '#kernel/light';
import type { PlainDate } from '#kernel/plain-date';
import type { Progress, SheetLine } from '../contract.ts';

type Head = { readonly title: string; readonly docNumber: string | null };

export function namesOf(orgs: SheetLine['lead']): string {
  return orgs.map(({ name }) => name).join('、');
}

export function targetText({
  phrase,
  value,
  unit,
  deadline,
}: Pick<SheetLine['targets'][number], 'phrase' | 'value' | 'unit' | 'deadline'>): string {
  const number = value === null ? '' : `：${value}${unit ?? ''}`;
  return `${phrase}${number}${deadline ? `（${deadline}）` : ''}`;
}

export const cadenceNames: Readonly<Record<SheetLine['cadence'], string>> = {
  day: '每日',
  week: '每周',
  'ten-days': '每旬',
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
};

const table = (columns: readonly TableColumn[], rows: readonly (readonly string[])[]): Block => ({
  ...{ kind: 'table', columns, rows },
});

/** 任务分解表. */
export function printSheet({ title, docNumber }: Head, lines: readonly SheetLine[]): OfficialDocument {
  return {
    title: `${title}任务分解表`,
    body: [
      ...(docNumber ? [{ kind: 'paragraph', text: `依据文件：${docNumber}。` } as const] : []),
      table(
        [
          { title: '序号', share: 0.6, align: 'center' },
          { title: '措施和目标', share: 3 },
          { title: '牵头单位', share: 1.2 },
          { title: '责任单位', share: 1.6 },
          { title: '完成期限', share: 1, align: 'center' },
          { title: '报告', share: 0.7, align: 'center' },
        ],
        lines.map((line) => [
          ...[line.no, [line.title, ...line.targets.map(targetText)].join('；')],
          ...[
            namesOf(line.lead) || '—',
            namesOf(line.support) || '—',
            line.dueOn ?? '长期',
            cadenceNames[line.cadence],
          ],
        ]),
      ),
    ],
  };
}

type Report = {
  readonly head: Head;
  readonly asOf: PlainDate;
  readonly issuedOn: PlainDate;
  readonly lines: readonly SheetLine[];
  readonly progress: Progress;
  readonly basis: readonly string[];
};

/** 落实情况报告: its figures are those of the day it was made. */
export function printReport({ head, asOf, issuedOn, lines, progress, basis }: Report): OfficialDocument {
  const { total, done, claimed, green, yellow, red, lateReports, emptyReports, unchecked } = progress;
  const share = total === 0 ? 0 : Math.round((done / total) * 1000) / 10;
  const overdue = lines.filter(({ tracked }) => tracked?.light === 'red');
  const poor = lines.filter(({ tracked }) => tracked?.lateReport || tracked?.emptyReport);
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
  return {
    title: `${head.title}落实情况报告`,
    body: [
      paragraph(
        `截至${asOf}，${head.docNumber ? `${head.docNumber}` : '该文件'}任务分解表（${issuedOn}印发）共${total}条措施，` +
          `已完成（含长期坚持）${done}条，占${share.toFixed(1)}%；报告完成待核验${claimed}条；` +
          `在办措施中绿灯${green}条、黄灯${yellow}条、红灯${red}条；逾期未报${lateReports}条，空报${emptyReports}条，` +
          `尚未核查${unchecked}条。`,
      ),
      heading('红灯措施'),
      ...listed(overdue, ({ tracked }) => tracked?.reasons.join('；') ?? ''),
      heading('逾期未报和空报'),
      ...listed(poor, ({ tracked }) =>
        tracked?.lateReport ? `应于${tracked.reportDueOn}前报告，未报` : '空报',
      ),
      heading('各条措施'),
      table(
        [
          { title: '序号', share: 0.6, align: 'center' },
          { title: '措施', share: 2.6 },
          { title: '单位', share: 1.6 },
          { title: '状态', share: 1, align: 'center' },
          { title: '灯', share: 0.5, align: 'center' },
          { title: '最近报告', share: 1, align: 'center' },
          { title: '核查结论', share: 1.4 },
        ],
        lines.map(({ no, title, lead, support, tracked }) => [
          ...[no, title, namesOf(lead.length > 0 ? lead : support), tracked?.state ?? ''],
          ...[tracked?.light ? lightNames[tracked.light] : '—', tracked?.reportedOn ?? '—'],
          tracked?.verdict ? `${tracked.verdict}（${tracked.checkedOn}）` : '—',
        ]),
      ),
      ...basis.map((one) => paragraph(`注：${one}。`)),
    ],
  };
}

function listed(lines: readonly SheetLine[], said: (line: SheetLine) => string): Block[] {
  if (lines.length === 0) return [{ kind: 'paragraph', text: '无。' }];
  return lines.map((line) => ({
    kind: 'paragraph',
    text: `${line.no}${line.title}（${namesOf(line.lead.length > 0 ? line.lead : line.support)}）：${said(line)}。`,
  }));
}
