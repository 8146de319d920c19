import { audit, bearsSecrecyMark, type City, ensureMay } from '#access';
import { kindRulesOf, matterKind } from '#engines/matters';
import { listOrganisations } from '#engines/registry';
import { satisfactionNames } from '#features/matters';
import type { InputOf, ReceivedFile } from '#http';
import { ensure, refuse } from '#kernel/refusal';
import { type Column, csvStream, readWorkbook, type Sheet, tableBytes } from '#sheets';
import type { exportTickets as exportRoute } from '../contract.ts';
import { type Fault, findColumns, readTicket, type SheetRow } from '../domain/ticket-rows.ts';
import { type TicketField, ticketTitles } from '../petitions-section.ts';
import { type TicketResult, takenTickets, ticketResults } from '../store/ticket.ts';
import { categoryName } from './intake.ts';
import { openCall } from './take-call.ts';
import { unitNames } from './unit-names.ts';

const most = 500;
const mostFaults = 200;

/** A workbook of tickets. Every fault of every row is told at once, and nothing is written while there is one. */
export async function importTickets(city: City, file: ReceivedFile) {
  ensureMay(city, 'petition.import', {});
  const workbook = await readWorkbook(file.bytes, { name: file.name });
  const sheet = workbook.sheets.find(({ hidden }) => !hidden) ?? refuse('petition.no_tickets');
  const rows = rowsOf(sheet);
  const titles = ticketTitles(city.pack);
  const titleOf = (field: TicketField) => titles[field]?.[0] ?? field;
  const found = findColumns(rows, titles);
  for (const field of ['number', 'category', 'content'] as const)
    ensure(found?.columns[field] !== undefined, 'petition.no_ticket_column', {
      column: titleOf(field),
      titles: (titles[field] ?? []).join('、'),
    });
  const { header, columns } = found!;
  const body = rows.filter(({ number, texts }) => number > header && texts.size > 0);
  ensure(body.length > 0, 'petition.no_tickets');
  ensure(body.length <= most, 'petition.too_many_tickets', { rows: body.length, most });
  const words = body.flatMap(({ texts }) => [...texts.values()]).join('\n');
  if (bearsSecrecyMark({ name: file.name, text: words })) refuse('secrecy.marked');

  const keys = body.map(({ texts }) => (texts.get(columns.number ?? 0) ?? '').trim());
  const known = await takenTickets(city.tx, keys);
  const world = { columns, titleOf, known, categories: categoriesOf(city), units: await unitsOf(city) };
  const seen = new Map<string, number>();
  const read = body.map((row) => readTicket(world, row, seen));
  const faults: Fault[] = read.flatMap((one) => one.faults);
  if (faults.length > 0) return { rows: body.length, taken: 0, faults: faults.slice(0, mostFaults) };
  for (const { ticket } of read)
    await openCall(city, { kind: 'hotline', ...ticket, unit: ticket.unit as never }, 'ticket');
  const details = { file: file.name, tickets: body.length };
  await audit(city, { action: 'petition.import', object: 'petition', details });
  return { rows: body.length, taken: body.length, faults: [] };
}

function rowsOf({ rows, lastRow }: Sheet): SheetRow[] {
  return Array.from({ length: lastRow }, (_, at) => at + 1).flatMap((number) => {
    const cells = rows.get(number)?.cells;
    if (!cells) return [];
    const texts = [...cells.values()].flatMap(({ column, text, rawNumber }) => {
      const said = (rawNumber && /^\d+$/.test(rawNumber) ? rawNumber : text).trim();
      return said ? [[column, said] as const] : [];
    });
    return [{ number, texts: new Map(texts) }];
  });
}

function categoriesOf({ pack }: City): Map<string, string> {
  const choices = kindRulesOf(pack, 'hotline').choices['category'] ?? [];
  return new Map(choices.flatMap(({ id, text }) => [[id, id] as const, [text, id] as const]));
}

async function unitsOf(city: City): Promise<Map<string, string>> {
  const all = await listOrganisations(city, { asOf: city.today });
  return new Map(
    all
      .filter(({ kind }) => kind !== 'city')
      .flatMap(({ orgId, name, shortName, aliases }) =>
        [...aliases, shortName, name].map((spelling) => [spelling, orgId as string] as const),
      ),
  );
}

/** What became of each ticket, to be sent back under its own number. */
export async function exportTickets(city: City, { from, to, format = 'xlsx' }: InputOf<typeof exportRoute>) {
  ensureMay(city, 'petition.export', {});
  ensure(from <= to, 'petition.span_backwards');
  const [rows, units] = await Promise.all([ticketResults(city.tx, from, to), unitNames(city)]);
  const details = { from, to, tickets: rows.length };
  await audit(city, { action: 'petition.export', object: 'petition', details });
  const text = (title: string, width: number, value: (row: TicketResult) => string | null | undefined) =>
    ({ kind: 'text', title, width, value }) satisfies Column<TicketResult>;
  const columns: readonly Column<TicketResult>[] = [
    text('工单编号', 22, (row) => row.ticket),
    text('登记编号', 16, (row) => row.number),
    text('类别', 10, (row) => categoryName(city, 'hotline', row.category)),
    text('内容', 50, (row) => row.content),
    text('承办单位', 18, (row) => units.nameOf(row.lead)),
    text('登记日期', 12, (row) => row.takenOn),
    text('办理状态', 10, (row) => matterKind('hotline').states[row.state]),
    text('答复内容', 50, (row) => row.reply),
    text('办结日期', 12, (row) => row.closedOn),
    text('满意度', 10, (row) => (row.satisfaction === null ? null : satisfactionNames[row.satisfaction - 1])),
    text('重办次数', 8, (row) => String(row.redos)),
  ];
  const name = `工单办理结果_${from}_${to}.${format}`;
  const note = `${from} 至 ${to} 登记的工单共 ${rows.length} 张，${city.today} 导出`;
  const table = { sheet: '工单办理结果', title: `${city.pack.name}工单办理结果`, note, columns, rows };
  if (format === 'csv') return { name, stream: csvStream(table), contentType: 'text/csv; charset=utf-8' };
  return { name, bytes: await tableBytes([table]) };
}
