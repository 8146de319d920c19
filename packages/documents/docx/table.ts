import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { TableColumn, Table as TableModel } from '../document.ts';
import type { Face } from '../faces.ts';
import { layout, twips } from '../layout.ts';
import { said } from './run.ts';

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

const spacing = { line: 18 * 20, lineRule: LineRuleType.AT_LEAST };

/** A ruled table as wide as the text; its head is repeated on every page. */
export function docxTable({ caption, columns, rows }: TableModel): (Paragraph | Table)[] {
  const widths = widthsOf(columns);
  const cell = (text: string, at: number, alignment: TableColumn['align'], face?: Face) =>
    new TableCell({
      verticalAlign: VerticalAlign.CENTER,
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { left: 60, right: 60, top: 40, bottom: 40 },
      children: [
        new Paragraph({
          alignment: alignments[alignment ?? 'center'],
          spacing,
          children: [said(text, { face, pt: layout.tablePt })],
        }),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, at) => cell(title, at, 'center', 'hei')),
  });
  const lines = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((text, at) => cell(text, at, columns[at]?.align)),
      }),
  );
  const table = new Table({
    width: { size: twips(layout.textMm.width), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [head, ...lines],
  });
  return caption ? [captionOf(caption), table] : [table];
}

function captionOf(caption: string): Paragraph {
  const children = [said(caption, { face: 'hei', pt: layout.tablePt })];
  return new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children });
}

function widthsOf(columns: readonly TableColumn[]): number[] {
  const shares = columns.map(({ share = 1 }) => share);
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((twips(layout.textMm.width) * share) / all));
}
