import type { Cadence, CadenceKind, CadenceStep, Cadences, DayRule } from './cadence.ts';

type Fault = { readonly index: number; readonly message: string; readonly remedy: string };
type Said = Omit<Fault, 'index'>;

/** What a schema cannot see: days that no period has, rules that contradict each other. */
export function faultsOf(cadences: Cadences): Fault[] {
  const first = new Map<string, number>();
  return cadences.flatMap((cadence, index) => {
    const taken = first.has(cadence.id);
    first.set(cadence.id, index);
    const said: Said[] = [
      ...(taken ? [{ message: `“${cadence.name}”的 id 与前面重复`, remedy: '请改用没有用过的 id' }] : []),
      ...stepFaults(cadence),
      ...dayFaults(cadence),
      ...commentFaults(cadence),
    ];
    return said.map((one) => ({ index, ...one }));
  });
}

const steps: Readonly<Partial<Record<CadenceKind, CadenceStep>>> = {
  旬: 'xun',
  月调度: 'month',
  季调度: 'quarter',
};

function stepFaults({ name, kind, every }: Cadence): Said[] {
  const wanted = steps[kind];
  if (wanted && every !== wanted)
    return [{ message: `“${name}”是${kind}，every 应为 ${wanted}`, remedy: `请写 every: ${wanted}` }];
  if (kind === '专题' && every)
    return [{ message: `“${name}”是专题调度，按需召开，不能写 every`, remedy: '请删去 every 和 on' }];
  return [];
}

/** Which parts of a day each step asks for: exactly one of the lists, no part more. */
const shapes: Readonly<Record<CadenceStep, readonly (readonly (keyof DayRule)[])[]>> = {
  week: [['weekday']],
  xun: [['day']],
  month: [['day'], ['workday'], ['weekday', 'nth']],
  quarter: [
    ['month', 'day'],
    ['month', 'workday'],
    ['month', 'weekday', 'nth'],
  ],
};

function dayFaults({ name, every, on }: Cadence): Said[] {
  const given = Object.keys(on).sort().join();
  if (!every) {
    const remedy = '请写 every，或删去 on';
    return given ? [{ message: `“${name}”没有写 every，on 无从算起`, remedy }] : [];
  }
  const fits = shapes[every].some((shape) => [...shape].sort().join() === given);
  if (!fits) {
    const ways = shapes[every].map((shape) => shape.join('、') || '不写').join('；或 ');
    return [{ message: `“${name}”的 on 与 every: ${every} 不相配`, remedy: `on 请写：${ways}` }];
  }
  if (every === 'xun' && (on.day ?? 0) > 8)
    return [{ message: `“${name}”：下旬不一定有第${on.day}天`, remedy: '一旬之内的 day 请写 1 至 8' }];
  return [];
}

function commentFaults({ name, comments }: Cadence): Said[] {
  if (!comments || comments.opens > comments.closes) return [];
  const message = `“${name}”的会前意见截止不晚于开始`;
  return [{ message, remedy: 'opens（会前几个工作日开始）须大于 closes（会前几个工作日截止）' }];
}
