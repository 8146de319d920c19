import { Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Light } from '#kernel/light';
import { type Column, DataTable, LightCounts, Money, Panel, useNarrow } from '#ui';
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
export function BoardGroups({ board, unit }: { readonly board: Board; readonly unit: string }) {
  const [by, choose] = useState<Kind>('districts');
  const narrow = useNarrow();
  const { title } = kinds[by];
  const outside = board[by].some(({ planFen }) => planFen === null);
  return (
    <Panel
      title={title}
      extra={
        <Segmented<Kind>
          aria-label={texts.groups}
          value={by}
          onChange={choose}
          options={(Object.keys(kinds) as Kind[]).map((value) => ({ value, label: kinds[value].title }))}
        />
      }
    >
      <DataTable
        label={title}
        columns={narrow ? phoneColumns(board, unit, by) : deskColumns(board, unit, by)}
        rows={board[by]}
        rowKey={({ id }) => id}
        empty={{ why: texts.noLights }}
      />
      {outside ? <p className="quiet">{texts.outsideNote}</p> : null}
    </Panel>
  );
}

function linkOf(board: Board, by: Kind, group: BoardGroup, light?: Light): string {
  return listLink(board, { [kinds[by].filter]: group.id, ...(light ? { light } : {}) });
}

function nameColumn(board: Board, by: Kind): Column<BoardGroup> {
  return {
    key: 'name',
    title: kinds[by].column,
    phone: 'title',
    render: (group) => <Link href={linkOf(board, by, group)}>{group.name}</Link>,
  };
}

function moneyColumns(unit: string): Column<BoardGroup>[] {
  return [
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
  ];
}

function phoneColumns(board: Board, unit: string, by: Kind): Column<BoardGroup>[] {
  return [
    nameColumn(board, by),
    { key: 'lights', title: texts.light, render: (group) => <LightCounts counts={group.lights} /> },
    ...moneyColumns(unit),
  ];
}

function deskColumns(board: Board, unit: string, by: Kind): Column<BoardGroup>[] {
  return [
    nameColumn(board, by),
    { key: 'projects', title: texts.projects, number: true, render: (group) => group.projects },
    ...lights.map(([light, name]) => ({
      key: light,
      title: name,
      number: true,
      render: (group: BoardGroup) =>
        group.lights[light] > 0 ? (
          <Link href={linkOf(board, by, group, light)}>{group.lights[light]}</Link>
        ) : (
          <span className="quiet">0</span>
        ),
    })),
    ...moneyColumns(unit),
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
}
