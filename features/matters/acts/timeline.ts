import { type HeldMatter, type KindRules, type Ladder, type MatterLink, seatNames } from '#engines/matters';
import { eventWords } from './event-words.ts';
import { type FieldWorld, shownFields } from './shown-fields.ts';

type Asked = FieldWorld & {
  readonly rules: KindRules;
  readonly ladder: Ladder | undefined;
  readonly links: readonly MatterLink[];
};

/** What happened, latest first. Outside the offices what is inner is not there, not even as a gap. */
export function timeline(asked: Asked, { events }: HeldMatter) {
  const { links, outside, nameOf } = asked;
  const world = {
    ...asked,
    numberOf: (id: string) => links.find(({ matterId }) => matterId === id)?.number,
    timeText: (at: Date) => minuteText.format(at),
    detailsOf: (given: Parameters<typeof shownFields>[1]) =>
      shownFields(asked, given).map(({ name, text }) => ({ name, text })),
  };
  return events.toReversed().flatMap(({ number, at, on, by, fact }) => {
    const { text, details, inner } = eventWords(world, fact);
    if (inner && outside) return [];
    const who = { by: by.name, org: by.orgId ? nameOf(by.orgId) : null, seat: seatNames[by.seat] };
    return [{ number, type: fact.type, at, on, ...who, text, details: [...details], inner }];
  });
}

const minuteText = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
});
