import type { TicketField } from '../petitions-section.ts';
import { isPhone } from './phone.ts';

export type SheetRow = { readonly number: number; readonly texts: ReadonlyMap<number, string> };
export type Titles = Readonly<Partial<Record<TicketField, readonly string[]>>>;
export type Columns = Readonly<Partial<Record<TicketField, number>>>;

/** The row of headers and which column is which; undefined where no row among the first names a ticket's number. */
export function findColumns(
  rows: readonly SheetRow[],
  titles: Titles,
): { readonly header: number; readonly columns: Columns } | undefined {
  for (const row of rows.slice(0, 10)) {
    const columns: Partial<Record<TicketField, number>> = {};
    for (const [column, text] of row.texts) {
      const plain = text.replace(/[\s*＊（(].*$|\s/g, '');
      const field = (Object.keys(titles) as TicketField[]).find((one) => titles[one]?.includes(plain));
      if (field && columns[field] === undefined) columns[field] = column;
    }
    if (columns.number !== undefined) return { header: row.number, columns };
  }
  return undefined;
}

export type Ticket = {
  readonly row: number;
  readonly ticket: string;
  readonly category: string;
  readonly content: string;
  readonly enterprise?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly urgent: boolean;
  readonly unit?: string;
};

export type Fault = {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
};

type World = {
  readonly columns: Columns;
  readonly titleOf: (field: TicketField) => string;
  /** Ids of categories by id and by name. */
  readonly categories: ReadonlyMap<string, string>;
  /** Ids of units by any spelling. */
  readonly units: ReadonlyMap<string, string>;
  /** Tickets there are already, each with the number of its matter. */
  readonly known: ReadonlyMap<string, string>;
};

/** One row; what is wrong with it is told all at once. */
export function readTicket(
  { columns, titleOf, categories, units, known }: World,
  { number: row, texts }: SheetRow,
  seen: Map<string, number>,
): { readonly ticket: Ticket; readonly faults: readonly Fault[] } {
  const text = (field: TicketField) => {
    const column = columns[field];
    return column === undefined ? '' : (texts.get(column) ?? '').trim();
  };
  const faults: Fault[] = [];
  const wrong = (field: TicketField, reason: string, remedy: string) =>
    faults.push({ row, column: titleOf(field), value: text(field), reason, remedy });
  const ticket = text('number');
  if (ticket === '') wrong('number', '没有工单编号', '请填写 12345 的工单编号');
  else if (ticket.length > 60) wrong('number', '工单编号过长', '请核对，编号不超过 60 个字符');
  const earlier = seen.get(ticket);
  if (ticket && earlier !== undefined) wrong('number', `与第 ${earlier} 行重复`, '请删去其中一行');
  const taken = known.get(ticket);
  if (taken) wrong('number', `已经登记为${taken}`, '请删去本行；要看办理情况请查该编号');
  seen.set(ticket, row);
  const category = categories.get(text('category'));
  if (category === undefined) {
    const names = [...categories.keys()].filter((one) => /\p{Script=Han}/u.test(one)).join('、');
    wrong('category', text('category') ? '没有这个类别' : '没有填写类别', `可填：${names}`);
  }
  const content = text('content');
  if (content.length < 2) wrong('content', '没有填写内容', '请填写来电内容');
  else if (content.length > 3000) wrong('content', '内容超过 3000 字', '请缩短，详情可在登记后附文件');
  const phone = text('phone');
  if (phone && !isPhone(phone)) wrong('phone', '电话号码有误', '请填写区号和号码或手机号码，没有的留空');
  const unit = units.get(text('unit').replace(/\s/g, ''));
  if (text('unit') && unit === undefined)
    wrong('unit', '没有这个单位', '请写单位全称或常用简称，不清楚的留空，由受理人交办');
  const [enterprise, name] = [text('enterprise').slice(0, 100), text('name').slice(0, 60)];
  return {
    faults,
    ticket: {
      ...{ row, ticket, category: category ?? '', content },
      ...(enterprise ? { enterprise } : {}),
      ...(name ? { name } : {}),
      ...(phone ? { phone } : {}),
      ...(unit ? { unit } : {}),
      urgent: /^(是|紧急|特急|加急|急)$/.test(text('urgent')),
    },
  };
}
