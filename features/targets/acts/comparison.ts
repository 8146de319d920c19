import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { type Indicator, recordFigures, targetsSection } from '#engines/indicators';
import type { InputOf, OutputOf } from '#http';
import type { ReceivedFile } from '#http/client';
import type { Month } from '#kernel/month';
import { sectionOf } from '#pack';
import { readWorkbook } from '#sheets';
import type { Finding, readTotalsFile, recordTotals as recordRoute } from '../contract.ts';
import { actualsOf } from './achievement.ts';
import { headerTable } from './header-table.ts';
import { indicatorView, type Parties, partiesOf } from './parties.ts';
import { writtenMonth, writtenValue } from './written-value.ts';

/** What both offices count, side by side. That they differ is said, and nothing is asked. */
export async function compareFigures(city: City, month: Month) {
  ensureMay(city, 'statistics.view', {});
  const { all } = await partiesOf(city);
  const actuals = await actualsOf(city, month);
  const published = sectionOf(city.pack, targetsSection).indicators.filter((one) => one.statistics);
  const indicators = published.map((indicator) => ({
    indicator: indicatorView(indicator),
    rows: all
      .filter(({ kind }) => kind !== 'department')
      .map((one) => {
        const party = { kind: one.kind, id: one.party };
        const reported = actuals.reported(indicator, party).value;
        const said = actuals.statistics(indicator, party);
        // A figure of an earlier month is no figure of this one.
        const own = said.month === month ? said : undefined;
        const statistics = own?.value ?? null;
        return {
          ...{ ...one, reported, statistics },
          difference: reported !== null && statistics !== null ? reported - statistics : null,
          caliber: own?.caliber ?? null,
          source: own?.source ?? null,
          statedOn: own?.statedOn ?? null,
        };
      }),
  }));
  return { month, indicators };
}

const columns = { party: '地区', month: '月份', indicator: '指标', value: '累计数' } as const;

type TotalRow = OutputOf<typeof readTotalsFile>['rows'][number];

/** Reads a table of totals; nothing is written, and every fault is told with its row and remedy. */
export async function readTotals(city: City, file: ReceivedFile) {
  ensureMay(city, 'statistics.record', {});
  const { sheets } = await readWorkbook(file.bytes, { name: file.name });
  const parties = await partiesOf(city);
  const indicators = sectionOf(city.pack, targetsSection).indicators.filter((one) => one.statistics);
  const rows: TotalRow[] = [];
  const findings: Finding[] = [];
  const table = headerTable(
    sheets.find((sheet) => !sheet.hidden),
    Object.values(columns),
  );
  ensureNotSecret({
    text: table.flatMap((row) => Object.values(columns).map((one) => row.cell(one)?.text ?? '')).join('\n'),
  });
  for (const { number: row, cell } of table) {
    const text = (column: keyof typeof columns) => cell(columns[column])?.text.trim() ?? '';
    const report = (column: keyof typeof columns, message: string, remedy: string) =>
      findings.push({ row, column: columns[column], value: text(column), message, remedy });
    const party = partyWritten(parties, text('party'));
    const month = writtenMonth(cell(columns.month)?.day ?? text('month'));
    const indicator = indicators.find(
      (one) => one.name === text('indicator') || one.id === text('indicator'),
    );
    if (!party) report('party', '没有这个地区', '请写市包里的地区全称；全市写“全市”');
    if (!month) report('month', '不是月份', '请写成 2023-05');
    if (!indicator) report('indicator', '没有这个统计指标', `可用的有：${namesOf(indicators)}`);
    const value = indicator && writtenValue(indicator, text('value'));
    if (indicator && value === undefined)
      report('value', '不是数字', `请填写以${indicator.unit}为单位的数字，例如 12.5`);
    if (!party || !month || !indicator || value === undefined) continue;
    const { kind, party: id, name: partyName } = party;
    if (kind === 'department') continue;
    rows.push({ row, kind, party: id, partyName, month, indicator: indicator.id, value: `${value}` });
  }
  return { rows, findings };
}

function namesOf(indicators: readonly Indicator[]): string {
  return indicators.map((one) => one.name).join('、');
}

function partyWritten({ all }: Parties, text: string) {
  if (text === '全市') return all.find((one) => one.kind === 'city');
  return all.find((one) => one.kind !== 'department' && one.name === text);
}

export async function recordTotals(city: City, input: InputOf<typeof recordRoute>) {
  ensureMay(city, 'statistics.record', {});
  const { rows, source, statedOn } = input;
  ensureNotSecret({ text: source });
  const { named } = await partiesOf(city);
  const figures = rows.map(({ indicator, kind, party, month, value }) => {
    named(kind, party);
    return {
      ...{ indicator, month, party: { kind, id: party } },
      value: value === null ? null : BigInt(value),
    };
  });
  const recorded = await recordFigures(city, { origin: 'statistics', figures, source, statedOn });
  await audit(city, {
    action: 'statistics.record',
    object: 'statistics',
    details: { rows: rows.length, recorded, source, statedOn },
  });
  return { recorded };
}
