import { Link } from 'wouter';
import type { Light } from '#kernel/light';
import { type Column, DataTable, Money, Panel } from '#ui';
import type { BoardGroup } from '../contract.ts';
import { texts } from '../texts.ts';
import { type Board, listLink } from './list-link.ts';
import { PercentText } from './percent-text.tsx';

type Kind = 'districts' | 'categories' | 'lists';

const kinds = {
  districts: { title: texts.byDistrict, column: texts.district, filter: 'district' },
  categories: { title: texts.byCategory, column: texts.category, filter: 'category' },
  lists: { title: texts.byList, column: texts.list, filter: 'list' },
} as const;

const lights: readonly (readonly [Light, string])[] = [
  ['red', '■ 红'],
  ['yellow', '▲ 黄'],
  ['grey', '○ 灰'],
  ['green', '● 绿'],
];

/** Counts and sums group by group; each count leads to its rows. */
export function BoardGroups({
  board,
  unit,
  by,
}: {
  readonly board: Board;
  readonly unit: string;
  readonly by: Kind;
}) {
  const { title, column, filter } = kinds[by];
  const link = (group: BoardGroup, light?: Light) =>
    listLink(board, { [filter]: group.id, ...(light ? { light } : {}) });
  const columns: readonly Column<BoardGroup>[] = [
    {
      key: 'name',
      title: column,
      phone: 'title',
      render: (group) => <Link href={link(group)}>{group.name}</Link>,
    },
    { key: 'projects', title: texts.projects, number: true, render: (group) => group.projects },
    ...lights.map(([light, name]) => ({
      key: light,
      title: name,
      number: true,
      render: (group: BoardGroup) =>
        group.lights[light] > 0 ? (
          <Link href={link(group, light)}>{group.lights[light]}</Link>
        ) : (
          <span className="quiet">0</span>
        ),
    })),
    {
      key: 'plan',
      title: `${texts.planTo}（${unit}）`,
      number: true,
      render: (group) => <Money fen={group.planFen} />,
    },
    {
      key: 'actual',
      title: `${texts.actualTo}（${unit}）`,
      number: true,
      render: (group) => <Money fen={group.actualFen} />,
    },
    {
      key: 'completion',
      title: texts.completion,
      number: true,
      render: (group) => <PercentText value={group.completion} />,
    },
    {
      key: 'planned',
      title: texts.plannedProgress,
      number: true,
      render: (group) => <PercentText value={group.plannedProgress} />,
    },
    {
      key: 'done',
      title: texts.actualProgress,
      number: true,
      render: (group) => <PercentText value={group.actualProgress} />,
    },
  ];
  const narrow =
    by === 'districts' ? columns : columns.filter(({ key }) => !['planned', 'done'].includes(key));
  if (board[by].length === 0) return null;
  const outside = board[by].some(({ planFen }) => planFen === null);
  return (
    <Panel title={title}>
      <DataTable
        label={title}
        columns={narrow}
        rows={board[by]}
        rowKey={({ id }) => id}
        empty={{ why: texts.noLights }}
      />
      {outside ? <p className="quiet">{texts.outsideNote}</p> : null}
    </Panel>
  );
}
