import type { MatterField } from '#engines/matters';
import { isId } from '#kernel/id';
import { isPlainDate } from '#kernel/plain-date';

type Kind = Exclude<MatterField['kind'], 'files'>;

const longestText = 4000;

/** Whether a value is what a field of the kind takes; `choices` are those of the city. */
export function fitsField(kind: Kind, value: unknown, choices: readonly string[]): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value.length <= longestText;
    case 'day':
      return typeof value === 'string' && isPlainDate(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'score':
      return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5;
    case 'yes-no':
      return typeof value === 'boolean';
    case 'organisation':
      return isId(value);
    case 'choice':
      return typeof value === 'string' && choices.includes(value);
  }
}

export const fieldWants: Readonly<Record<MatterField['kind'], string>> = {
  text: `文字，不超过 ${longestText} 字`,
  day: '日期',
  number: '数字',
  score: '1 至 5 级满意度',
  'yes-no': '是或否',
  organisation: '单位',
  choice: '可选项中的一项',
  files: '已上传的文件',
};
