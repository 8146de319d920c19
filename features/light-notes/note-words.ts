import { type Light, lightNames } from '#kernel/light';

const confidenceNames: Readonly<Record<string, string>> = { high: '高', medium: '中', low: '低' };

type Noted = { readonly kind: 'override' | 'confidence'; readonly value: string | null };

/** 人工定黄灯, 可信度低; of one taken back that it was. */
export function noteWord({ kind, value }: Noted): string {
  if (value === null) return kind === 'override' ? '撤回人工定灯' : '撤回可信度';
  return kind === 'override' ? `人工定${lightNames[value as Light]}灯` : `可信度${confidenceNames[value]}`;
}
