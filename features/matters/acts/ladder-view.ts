import {
  type ClockWorld,
  type DeclaredMatter,
  type HeldMatter,
  type Ladder,
  type LeaderRequest,
  ladderPlan,
} from '#engines/matters';
import { recipientNames } from '../texts.ts';
import { rungWords } from './rung-words.ts';

type Asked = {
  readonly definition: DeclaredMatter;
  readonly ladder: Ladder;
  readonly world: ClockWorld;
  readonly requests: readonly LeaderRequest[];
};

/** Where a matter stands on its ladder and why, who hears next and when, what was drafted to leaders. */
export function ladderView({ definition, ladder, world, requests }: Asked, { matter, events }: HeldMatter) {
  const level = ladder.levels.find(({ id }) => id === matter.level);
  return {
    name: ladder.text,
    level: level ? { id: level.id, name: level.text } : null,
    levelBasis: basisOf(events),
    rungs: ladderPlan(ladder, matter, world).map(({ rung, state, firesAt, drafts }) => ({
      ...{ rung: rung.id, when: rungWords(definition, rung), state, firesAt: firesAt ?? null, drafts },
      firedAt: state === 'fired' ? firedAt(events, rung.id) : null,
      tells: rung.tell.map((one) => recipientNames[one] ?? one),
      raisesTo: ladder.levels.find(({ id }) => id === rung.raiseTo)?.text ?? null,
      basis: rung.basis,
    })),
    requests: requests.map(({ requestId, recipient, state, draftedAt, note, answer }) => ({
      ...{ requestId, state, draftedAt, note, answer },
      recipient: recipientNames[recipient] ?? recipient,
    })),
  };
}

/** The latest event that set the level says why. */
function basisOf(events: HeldMatter['events']): string | null {
  for (const { fact } of events.toReversed()) {
    if (fact.type === 'levelled') return fact.reason;
    if (fact.type === 'opened') return fact.levelBasis ?? null;
  }
  return null;
}

function firedAt(events: HeldMatter['events'], rung: string): Date | null {
  return events.findLast(({ fact }) => fact.type === 'rung' && fact.rung === rung)?.at ?? null;
}
