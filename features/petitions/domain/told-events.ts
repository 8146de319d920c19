import type { DeclaredMatter, MatterEvent } from '#engines/matters';

/** Actions whose outcome is for the raiser; passing on, proposals and opinions between units are not. */
const told = new Set([
  ...['accept', 'answer', 'settle', 'decline', 'lapse', 'ask-correction', 'correct'],
  ...['confirm', 'reject', 'terminate', 'withdraw', 'time-out'],
]);

/** Of what was given with them, the words meant for the raiser. */
const shown = ['plan', 'reply', 'missing', 'reason'] as const;

export type ToldEvent = {
  readonly step: number;
  readonly at: Date;
  readonly own: boolean;
  readonly id: string;
  readonly name: string;
  readonly text: string;
};

/** What the raiser is told of the course of things, latest first: outer remarks and results, nothing inner. */
export function toldEvents(
  definition: DeclaredMatter,
  events: readonly MatterEvent[],
  raiser: string,
  scoreNames: readonly string[],
): ToldEvent[] {
  return events.toReversed().flatMap(({ number, at, by, fact }) => {
    const of = { step: number, at, own: by.accountId === raiser };
    const { own } = of;
    switch (fact.type) {
      case 'opened':
        return [{ ...of, id: 'opened', name: '提出', text: '' }];
      case 'acted': {
        if (!told.has(fact.action)) return [];
        const name = definition.actions[fact.action]?.text ?? fact.action;
        return [{ ...of, id: fact.action, name, text: wordsOf(fact.given, scoreNames) }];
      }
      case 'remarked':
        return fact.inner
          ? []
          : [{ ...of, id: 'remarked', name: own ? '补充说明' : '办理单位说明', text: fact.text }];
      case 'attached':
        return fact.inner ? [] : [{ ...of, id: 'attached', name: '附材料', text: fact.name }];
      case 'merged':
        return [{ ...of, id: 'merged', name: '与另一事项一并办理', text: '' }];
      default:
        return [];
    }
  });
}

function wordsOf(given: Readonly<Record<string, unknown>>, scoreNames: readonly string[]): string {
  const words = shown.flatMap((field) => (typeof given[field] === 'string' ? [given[field]] : []));
  const score = given['satisfaction'];
  return [...words, ...(typeof score === 'number' ? [scoreNames[score - 1] ?? ''] : [])].join('\n');
}

/** Files the raiser may open: its own, those hung on openly, and the evidence of results. */
export function toldFiles(events: readonly MatterEvent[]): ReadonlySet<string> {
  const ids = events.flatMap(({ fact }) => {
    if (fact.type === 'attached') return fact.inner ? [] : [fact.fileId];
    if (fact.type !== 'acted' || !told.has(fact.action)) return [];
    return [fact.given['evidence'], fact.given['materials']].flatMap((list) =>
      Array.isArray(list) ? list : [],
    );
  });
  return new Set(ids.map(String));
}

export type RaiserAsk = 'confirm' | 'reject' | 'withdraw' | 'correct' | 'supplement';
const possible = ['confirm', 'reject', 'correct', 'withdraw'] as const;

/** What the raiser can do, out of the actions open to the seat. */
export function raiserAsks(actions: readonly string[], isClosed: boolean): RaiserAsk[] {
  return [...possible.filter((one) => actions.includes(one)), ...(isClosed ? [] : (['supplement'] as const))];
}
