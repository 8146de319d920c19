import {
  type DeclaredMatter,
  type EventFact,
  type Given,
  type KindRules,
  type Ladder,
  seatNames,
} from '#engines/matters';
import { linkTexts, recipientNames } from '../texts.ts';
import { clockName, rungWords } from './rung-words.ts';

export type EventWorld = {
  readonly definition: DeclaredMatter;
  readonly rules: KindRules;
  readonly ladder: Ladder | undefined;
  readonly nameOf: (id: string) => string;
  /** Number of a linked matter, where it is in reach. */
  readonly numberOf: (matterId: string) => string | undefined;
  readonly timeText: (at: Date) => string;
  /** What was given, as far as the reader sees it. */
  readonly detailsOf: (given: Given) => readonly { readonly name: string; readonly text: string }[];
};

type Words = {
  readonly text: string;
  readonly details: readonly { readonly name: string; readonly text: string }[];
  readonly inner: boolean;
};

/** One event of the timeline in words. */
export function eventWords(world: EventWorld, fact: EventFact): Words {
  const { definition, nameOf } = world;
  const said = (text: string, details: Words['details'] = []): Words => ({ text, details, inner: false });
  const because = (reason: string) => (reason ? [{ name: '理由', text: reason }] : []);
  switch (fact.type) {
    case 'opened':
      return said(`提出${definition.text}`, [
        ...world.detailsOf(fact.given),
        ...(fact.lead ? [{ name: seatNames.lead, text: nameOf(fact.lead) }] : []),
        ...(fact.levelBasis ? [{ name: '协调层级', text: fact.levelBasis }] : []),
      ]);
    case 'acted': {
      const text = definition.actions[fact.action]?.text ?? fact.action;
      const state = fact.from === fact.to ? '' : `，转为“${definition.states[fact.to] ?? fact.to}”`;
      return said(`${text}${fact.lead ? `给${nameOf(fact.lead)}` : ''}${state}`, [
        ...world.detailsOf(fact.given),
        ...(fact.support && fact.support.length > 0
          ? [{ name: seatNames.support, text: fact.support.map(nameOf).join('、') }]
          : []),
      ]);
    }
    case 'paused': {
      const kind = world.rules.pauses.find(({ id }) => id === fact.kind)?.text ?? fact.kind;
      return said(`${clockName(definition, fact.clock)}暂停：${kind}`, [
        ...because(fact.reason),
        { name: '批准', text: fact.approver },
        { name: '计划暂停', text: `${fact.plannedDays} 天` },
      ]);
    }
    case 'resumed':
      return said(`${clockName(definition, fact.clock)}恢复计时`, because(fact.reason));
    case 'handed':
      return said(`牵头单位改为${nameOf(fact.lead)}`, because(fact.reason));
    case 'supported':
      return said(`配合单位定为${fact.support.map(nameOf).join('、') || '无'}`, because(fact.reason));
    case 'levelled': {
      const level = world.ladder?.levels.find(({ id }) => id === fact.level)?.text ?? fact.level;
      return said(`${fact.by === 'climb' ? '升级' : '协调层级改'}为“${level}”`, because(fact.reason));
    }
    case 'rung': {
      const rung = world.ladder?.rungs.find(({ id }) => id === fact.rung);
      const told = fact.told.map((one) => recipientNames[one] ?? one).join('、');
      return said(`${rung ? rungWords(definition, rung) : fact.rung}，${told ? `告知${told}` : '登记'}`, [
        ...(fact.drafted ? [{ name: '请示', text: '已拟稿，由市政府办公室决定是否转呈' }] : []),
      ]);
    }
    case 'remarked':
      return { text: fact.text, details: [], inner: fact.inner };
    case 'attached':
      return { text: `附文件《${fact.name}》`, details: [], inner: fact.inner };
    case 'linked':
      return said(`${linkTexts[fact.link][0]}${world.numberOf(fact.to) ?? '另一事项'}`);
    case 'merged':
      return said(`并入${fact.number}，本事项了结`, because(fact.reason));
    case 'moved':
      return said(`${clockName(definition, fact.clock)}重新计算`, [
        { name: '原到期', text: world.timeText(new Date(fact.was)) },
        { name: '现到期', text: world.timeText(new Date(fact.is)) },
        { name: '依据', text: fact.because },
      ]);
  }
}
