/** The tab on which findings are listed; a workbook sent again with it is read without it. */
export const findingsSheetName = '检查结果';

export type Finding = {
  readonly sheet: string;
  /** 0 for what concerns the sheet or the file as a whole. */
  readonly row: number;
  /** B7; without it the row is meant, and its first filled cell is marked. */
  readonly cell?: string;
  readonly kind: 'error' | 'warning';
  readonly message: string;
  readonly remedy: string;
  /** What the column is called, and what stood in the cell; read from the cell unless given. */
  readonly column?: string;
  readonly value?: string;
};

export const kindNames = { error: '错误', warning: '提醒' } as const;

/** A cell marked for an error is red, for warnings alone yellow; the word stands in its comment. */
export const fills = { error: 'FFFDECEB', warning: 'FFFFF4DB' } as const;

const opening = '【检查】';

export function commentText(findings: readonly Finding[]): string {
  const lines = findings.map(
    ({ kind, message, remedy }) => `${kindNames[kind]}：${message}\n处理：${remedy}`,
  );
  return `${opening}${lines.join('\n')}`;
}

/** The sender's own comment, without what an earlier check wrote behind it. */
export function ownComment(text: string): string {
  const at = text.indexOf(opening);
  return (at < 0 ? text : text.slice(0, at)).trimEnd();
}
