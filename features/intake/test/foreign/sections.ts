import type { MoneyUnit } from '#kernel/money';
import { plainAmount } from './amount-cells.ts';
import { type Draft, isRejected } from './draft.ts';
import type { Line } from './layout.ts';
import type { Random } from './random.ts';

export type Grouped = {
  readonly title: string;
  readonly drafts: readonly Draft[];
  readonly inner?: readonly Grouped[];
};

export type SectionHabit = {
  /** Where section titles and sum words stand: column places from 1. */
  readonly seqAt: number;
  readonly nameAt: number;
  readonly counted: boolean;
  readonly merged: boolean;
  readonly numbering: 'chinese' | 'bracket' | 'none' | 'apart';
  /** `beside`: in the row of the section's title itself. */
  readonly subtotals: 'none' | 'after' | 'before' | 'beside';
  readonly total: 'none' | 'bottom' | 'top';
  readonly formula: boolean;
  readonly cumulative: boolean;
  readonly sumColumns: readonly string[];
  readonly unitOf: (column: string) => MoneyUnit;
};

const chinese = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
  '十六',
];

/** Puts section titles, 小计 and 合计 between the rows; now and then one of them is wrong. */
export function withSections(
  random: Random,
  groups: readonly Grouped[],
  habit: SectionHabit,
  faults: Set<string>,
): Line[] {
  const lines: Line[] = [];
  const all = groups.flatMap((g) => g.drafts);
  const total = () =>
    sumLine(
      random,
      'total',
      random.pick(['合计', '总计', '合  计', '合计：', '全市合计']),
      all,
      habit,
      faults,
    );
  if (habit.total === 'top') lines.push(total());
  groups.forEach((group, i) => {
    if (group.title !== '')
      lines.push(withSums(sectionLine(random, group, i, habit, faults), random, group, habit, faults));
    const word = random.pick(['小计', '小  计', '小计：']);
    if (habit.subtotals === 'before')
      lines.push(sumLine(random, 'subtotal', word, group.drafts, habit, faults));
    for (const [j, inner] of (group.inner ?? []).entries()) {
      lines.push(innerLine(inner, j, habit));
      lines.push(...inner.drafts.map((draft): Line => ({ kind: 'data', draft })));
    }
    if (!group.inner) lines.push(...group.drafts.map((draft): Line => ({ kind: 'data', draft })));
    if (habit.subtotals === 'after')
      lines.push(sumLine(random, 'subtotal', word, group.drafts, habit, faults));
  });
  if (habit.total === 'bottom') lines.push(total());
  return lines;
}

function sectionLine(
  random: Random,
  group: Grouped,
  i: number,
  habit: SectionHabit,
  faults: Set<string>,
): Line {
  const wrong = habit.counted && !faults.has('section-count-mismatch') && random.chance(0.25);
  if (wrong) faults.add('section-count-mismatch');
  const count = group.drafts.length + (wrong ? random.pick([1, 2, -1]) : 0);
  const tail = habit.counted
    ? random.pick([
        `（${count}个）`,
        `(${count}个)`,
        `（共${count}个）`,
        `（${count}项）`,
        `（${count}个项目）`,
      ])
    : '';
  const number = chinese[i] as string;
  const codes = wrong ? [{ column: '', code: 'section-count-mismatch' }] : [];
  if (habit.numbering === 'apart')
    return {
      kind: 'section',
      texts: { [habit.seqAt]: number, [habit.nameAt]: `${group.title}${tail}` },
      codes,
    };
  const head =
    habit.numbering === 'chinese' ? `${number}、` : habit.numbering === 'bracket' ? `（${number}）` : '';
  return { kind: 'section', texts: { 1: `${head}${group.title}${tail}` }, merged: habit.merged, codes };
}

/** The section's sums in the row of its title. */
function withSums(
  line: Line,
  random: Random,
  { drafts }: Grouped,
  habit: SectionHabit,
  faults: Set<string>,
): Line {
  if (habit.subtotals !== 'beside' || line.kind === 'data') return line;
  const sum = sumLine(random, 'subtotal', '', drafts, habit, faults);
  if (sum.kind === 'data') return line;
  return {
    ...line,
    merged: false,
    sums: sum.sums ?? {},
    codes: [...(line.codes ?? []), ...(sum.codes ?? [])],
  };
}

function innerLine(inner: Grouped, j: number, habit: SectionHabit): Line {
  return { kind: 'section', texts: { 1: `（${chinese[j]}）${inner.title}` }, merged: habit.merged };
}

function sumLine(
  random: Random,
  kind: 'total' | 'subtotal',
  word: string,
  drafts: readonly Draft[],
  habit: SectionHabit,
  faults: Set<string>,
): Line {
  const columns = habit.sumColumns.filter((c) => drafts.some((d) => d.amounts.has(c)));
  const sound =
    drafts.length > 1 &&
    drafts.every(
      (draft) => !isRejected(draft) && !draft.codes.some(({ code }) => /^(?:cum|month)-/.test(code)),
    );
  // A cumulative month left blank makes the sum of its column a matter of reading.
  const wrong =
    sound && !faults.has('subtotal-mismatch') && random.chance(0.4)
      ? random.pick(columns.filter((c) => !c.startsWith('month') || !habit.cumulative))
      : undefined;
  if (wrong) faults.add('subtotal-mismatch');
  const sums = Object.fromEntries(
    columns.map((column) => {
      const sum = drafts.reduce((all, draft) => all + (draft.amounts.get(column) ?? 0n), 0n);
      const stated = column === wrong ? sum + 777_000_000n : sum;
      return [column, { value: Number(plainAmount(stated, habit.unitOf(column))) }];
    }),
  );
  const at = random.pick([habit.nameAt, habit.nameAt, Math.min(habit.seqAt, habit.nameAt)]);
  return {
    kind,
    texts: { [at]: word },
    sums,
    ...(habit.formula ? { covers: drafts } : {}),
    codes: wrong ? [{ column: wrong, code: 'subtotal-mismatch' }] : [],
  };
}
