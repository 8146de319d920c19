/** What the grid says of what was typed or pasted. */
export const gridTexts = {
  noAnswer: '服务器没有答复这一行，请改动后重试',
  notAmount: (value: string) => `“${value}”不是金额，请填数字，例如 12,500`,
  percentIsNoAmount: (value: string) => `“${value}”是百分比，这里填金额`,
  notDay: (value: string) => `“${value}”不是日期，请填 2023-05-06、2023年5月或 2023.5`,
  notYesNo: (value: string) => `“${value}”读不懂，请填“是”或“否”`,
  tooLong: (most: number) => `超过 ${most} 字，请缩短`,
  closedCell: '这一列不能填写',
  closedRow: (name: string, state: string) => `“${name}”${state}，不能改`,
  tooManyRows: (pasted: number, room: number) =>
    `粘贴的有 ${pasted} 行，从这里往下只有 ${room} 行。请从上面的行开始粘贴，或少选几行。`,
  tooManyColumns: (pasted: number, room: number) =>
    `粘贴的有 ${pasted} 列，从这里往右只有 ${room} 列。请从左边的列开始粘贴，或少选几列。`,
  otherProject: (pasted: string, shown: string) =>
    `粘贴的是“${pasted}”，表中这一行是“${shown}”，请核对行的顺序`,
  nothingPasted: '没有粘贴任何内容，请改正后重试：',
  moreFaults: (count: number) => `还有 ${count} 处。`,
  nothingToPaste: '剪贴板中没有可以粘贴的内容。',
  pasted: (cells: number, skipped: number) =>
    `已粘贴 ${cells} 格${skipped > 0 ? `，跳过不能填写的 ${skipped} 格` : ''}。可按 Ctrl+Z 撤销。`,
  faultAt: (row: number, column: string) => `第 ${row} 行“${column}”`,
} as const;
