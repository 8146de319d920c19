import { type Static, type TUnsafe, Type } from 'typebox';
import { oneOf, orNull } from '#http/client';

export const partyKinds = ['city', 'district', 'department'] as const;

/** Whole fen, pieces or hundredths of a percent, by the kind of indicator. */
export type WholeText = `${bigint}`;
export function wholeText(title: string): TUnsafe<WholeText> {
  return Type.Unsafe<WholeText>({ type: 'string', pattern: '^(0|-?[1-9][0-9]{0,23})$', title });
}
export const Whole: TUnsafe<WholeText> = wholeText('数值');
export const WholeOrNull = orNull(Whole);

export const Year = Type.Integer({ minimum: 2000, maximum: 2100, title: '年度' });
export const IndicatorId = Type.String({ title: '指标', maxLength: 64 });

/** Whose figure: `city`, or an organisation's id. */
export const PartyInput = {
  kind: oneOf(partyKinds, { title: '单位类别' }),
  party: Type.String({ title: '单位', pattern: '^(city|[0-9a-f-]{36})$' }),
};

export const PartyView = Type.Object({
  kind: oneOf(partyKinds),
  party: Type.String(),
  name: Type.String(),
});
export type PartyView = Static<typeof PartyView>;

export const IndicatorView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  kind: oneOf(['amount', 'count', 'growth']),
  unit: Type.String(),
  basis: Type.String(),
  /** The least that a document asks for. */
  atLeast: WholeOrNull,
  departmentsSum: Type.Boolean(),
  reportedFrom: orNull(oneOf(['investment', 'starts', 'owner'])),
  reportedCaliber: orNull(Type.String()),
  statisticsCaliber: orNull(Type.String()),
  achievedBy: oneOf(['reported', 'statistics']),
});
export type IndicatorView = Static<typeof IndicatorView>;
