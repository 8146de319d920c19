import type { Block, OfficialDocument } from '#documents';
import type { PlainDate } from '#kernel/plain-date';

export type MinutesFacts = {
  readonly title: string;
  readonly heldOn: PlainDate;
  readonly heldAt: string | null;
  readonly place: string;
  readonly chair: string;
  readonly present: string;
  readonly absent: string;
  readonly closed: boolean;
  readonly issuer: string;
  /** Agenda in the order of the room, with what was decided under each; decisions under none come last. */
  readonly items: readonly { readonly title: string; readonly decisions: readonly MinutesDecision[] }[];
  readonly others: readonly MinutesDecision[];
};

export type MinutesDecision = {
  readonly text: string;
  readonly lead: string | null;
  readonly support: readonly string[];
  readonly dueOn: PlainDate | null;
};

/** 2023年9月10日. */
export function dayWords(day: PlainDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/**
 * Minutes after GB/T 9704-2012, 11.3: no red head is drawn, that is on the office's own paper; the text, the decisions
 * numbered through, then who was there. Not closed yet, every page says so.
 */
export function printMinutes(facts: MinutesFacts): OfficialDocument {
  const { title, heldOn, heldAt, place, chair, present, absent, closed, issuer, items, others } = facts;
  const decided = items.filter(({ decisions }) => decisions.length > 0);
  const time = heldAt ? ` ${heldAt}` : '';
  const opening = `${dayWords(heldOn)}${time}，${chair ? `${chair}主持` : ''}${place ? `在${place}` : ''}召开${title}，研究${items.length}项议题。会议议定事项如下：`;
  let n = 0;
  const line = (one: MinutesDecision): Block => {
    n += 1;
    return { kind: 'paragraph', text: `${n}.${decisionText(one)}` };
  };
  const none: Block[] = [{ kind: 'paragraph', text: '会议没有议定需要督办的事项。' }];
  const body: Block[] = [
    { kind: 'paragraph', text: opening },
    ...decided.flatMap(({ title: of, decisions }): Block[] => [
      { kind: 'heading', level: 1, text: of },
      ...decisions.map(line),
    ]),
    ...(others.length > 0
      ? [{ kind: 'heading' as const, level: 1 as const, text: '其他事项' }, ...others.map(line)]
      : []),
    ...(n === 0 ? none : []),
    ...(present ? [{ kind: 'paragraph' as const, text: `出席：${present}` }] : []),
    ...(absent ? [{ kind: 'paragraph' as const, text: `请假：${absent}` }] : []),
  ];
  return {
    title: /纪要$/.test(title) ? title : `${title}纪要`,
    body,
    signature: { issuer, date: dayWords(heldOn) },
    ...(closed ? {} : { mark: '未定稿' }),
  };
}

/** The words of the room end with who does it and until when. */
export function decisionText({ text, lead, support, dueOn }: MinutesDecision): string {
  const said = text.replace(/[。；;.\s]+$/, '');
  if (!lead) return `${said}。`;
  const helpers = support.length > 0 ? `，${support.join('、')}配合` : '';
  const due = dueOn ? `，${dayWords(dueOn)}前完成` : '';
  return `${said}。（${lead}牵头${helpers}${due}）`;
}
