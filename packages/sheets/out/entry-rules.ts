import { columnName } from '../cell-ref.ts';
import type { Column, Table } from './table.ts';
import { xmlAttribute, xmlText } from './xml-text.ts';

/** Locks a sheet with entry columns, all but those; without a password, so that its owner may still unlock it. */
export function protection<T>(table: Table<T>): string {
  if (!table.columns.some((column) => column.entry)) return '';
  return '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" autoFilter="0"/>';
}

/** What may be typed into the entry columns, and what is said of it. */
export function validations<T>(table: Table<T>, firstRow: number, lastRow: number): string {
  if (lastRow < firstRow) return '';
  const rules = table.columns.flatMap((column, index) => {
    if (!column.entry) return [];
    const name = columnName(index + 1);
    return [rule(column, `${name}${firstRow}:${name}${lastRow}`)];
  });
  if (rules.length === 0) return '';
  return `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function rule<T>(column: Column<T>, area: string): string {
  const { prompt = '', choices } = column.entry ?? {};
  const told = `allowBlank="1" showInputMessage="1" promptTitle="${short(column.title, 32)}" prompt="${short(prompt, 255)}"`;
  if (choices) {
    const list = xmlText(`"${choices.join(',')}"`);
    const wrong = short(`只能填：${choices.join('、')}`, 255);
    return `<dataValidation type="list" ${told} showErrorMessage="1" errorTitle="填写有误" error="${wrong}" sqref="${area}"><formula1>${list}</formula1></dataValidation>`;
  }
  if (column.kind === 'text') return `<dataValidation ${told} sqref="${area}"/>`;
  if (column.kind === 'date') {
    // Only a month may be known: the program asks, and whoever insists may go on.
    return `<dataValidation type="date" errorStyle="warning" operator="between" ${told} showErrorMessage="1" errorTitle="不是日期" error="请填写日期，如 2023-05-06；只知道月份的，可以坚持填写 2023-05。" sqref="${area}"><formula1>36526</formula1><formula2>73050</formula2></dataValidation>`;
  }
  const unit = column.kind === 'money' ? `，单位${column.unit}` : '';
  return `<dataValidation type="decimal" operator="between" ${told} showErrorMessage="1" errorTitle="不是数字" error="请只填数字${unit}，没有的留空。" sqref="${area}"><formula1>-999999999999</formula1><formula2>999999999999</formula2></dataValidation>`;
}

function short(text: string, most: number): string {
  return xmlAttribute([...text].slice(0, most).join(''));
}
