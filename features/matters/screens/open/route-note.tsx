import { Facts } from '#ui';
import type { MatterKindView } from '../../contract.ts';
import { openTexts } from '../open-texts.ts';

/** What follows from opening one: which clocks run against whom, which levels coordinate it. */
export function RouteNote({ kind }: { readonly kind: MatterKindView }) {
  const { clocks, ladder } = kind;
  return (
    <Facts
      facts={[
        [
          openTexts.clocks,
          clocks.map(({ name, limit, against }) => openTexts.clockLine(name, limit, against)).join('\n'),
        ],
        ...(ladder
          ? [
              [
                openTexts.routeLevels,
                ladder.levels.map(({ name, clause }) => (clause ? `${name}（${clause}）` : name)).join('\n'),
              ] as const,
            ]
          : []),
      ]}
    />
  );
}
