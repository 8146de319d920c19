import type { CardPart, OnePageCard } from '#documents';
import { type Light, lightNames } from '#kernel/light';
import { formatMoney } from '#kernel/money';
import { monthNumber } from '#kernel/month';
import type { Sheet } from './sheet.ts';

const shapes = { green: '●', yellow: '▲', red: '■', grey: '○' } as const;
const inks = { green: '#1b7a3d', yellow: '#8a5a00', red: '#b3261e', grey: '#5b6673' } as const;

export type PrintedComment = { readonly unit: string; readonly text: string };

/** One item on one page of A4. */
export function printSheet(
  sheet: Sheet,
  about: { readonly under: string; readonly foot: string; readonly lead: string | null },
  comments: readonly PrintedComment[],
): OnePageCard {
  const { light, reasons, cause, matters, responsible, lines, earlier, completion } = sheet;
  const statement = (lead: string, text: string, most: number): CardPart => ({
    ...{ kind: 'statement', lead: `${lead}　`, text, lines: most },
  });
  const money = (fen: string | null) => (fen === null ? '—' : `${formatMoney(BigInt(fen), '万元')} 万元`);
  const course = earlier.map((one) => `${monthNumber(one.month)}月 ${one.completion}`);
  const facts = [
    { label: '地区', value: sheet.district ?? '—' },
    { label: '责任单位', value: about.lead ?? '—' },
    { label: '累计计划', value: money(sheet.planFen) },
    { label: '累计完成', value: money(sheet.actualFen) },
    { label: '完成率', value: [...course, completion ?? '—'].join(' → '), wide: true },
  ];
  return {
    ...{ title: sheet.title, under: about.under, foot: about.foot },
    ...(light ? { lamp: lampOf(light.overall) } : {}),
    parts: [
      statement('提请研究', reasons.join('；') || '—', 2),
      ...(light?.why ? [statement('亮灯依据', light.why, 3)] : []),
      ...(sheet.planFen !== null || sheet.district ? [{ kind: 'facts' as const, facts }] : []),
      ...(cause ? [statement('原因', cause, 3)] : []),
      ...matters.slice(0, 3).map((one) => statement('受阻事项', matterText(one), 2)),
      ...(lines.length > 0 ? [statement('清单', lines.join('；'), 8)] : []),
      ...(responsible.length > 0
        ? [statement('责任人', responsible.map(({ kind, name }) => `${kind} ${name}`).join('；'), 2)]
        : []),
      ...comments.slice(0, 4).map(({ unit, text }) => statement(`${unit}意见`, text, 2)),
    ],
  };
}

export function lampOf(light: Light) {
  return { shape: shapes[light], word: `${lightNames[light]}灯`, ink: inks[light] };
}

function matterText({ number, title, lead, state, left, level }: Sheet['matters'][number]): string {
  return `${number} ${title}（${[lead ?? '尚未确定牵头单位', state, left, level].filter(Boolean).join('，')}）`;
}
