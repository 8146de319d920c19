import { Button } from 'antd';
import { useState } from 'react';
import type { InputOf } from '#http/client';
import { type Light, lightNames } from '#kernel/light';
import { type Column, DataTable, Money, MoneyUnitSwitch, Panel, useMoneyUnit } from '#ui';
import type { BulletinView, bulletinRows, FiguresView } from '../contract.ts';
import { FigureRows } from './figure-rows.tsx';

type Group = FiguresView['districts'][number];
type Asked = Omit<InputOf<typeof bulletinRows>, 'id'> & { readonly title: string };
type Kind = 'district' | 'list' | 'category';

const tabs = [
  ['district', '分地区', 'districts'],
  ['list', '分清单', 'lists'],
  ['category', '分类别', 'categories'],
] as const;
const named = [
  ['newlyRed', '新转红灯'],
  ['noLongerRed', '转出红灯'],
  ['furthestBehind', '落后较多'],
  ['missing', '未报送'],
] as const;
const lights: readonly Light[] = ['red', 'yellow', 'grey', 'green'];

/** Every figure of the bulletin, and from each its rows. */
export function FiguresPanel({ bulletin }: { readonly bulletin: BulletinView }) {
  const [kind, choose] = useState<Kind>('district');
  const [asked, ask] = useState<Asked>();
  const { figures } = bulletin;
  const { unit } = useMoneyUnit();
  const tab = tabs.find(([id]) => id === kind) ?? tabs[0];
  const count = (group: Group, light?: Light) => {
    const n = light ? group.lights[light] : group.projects;
    const title = `${group.name}${light ? lightNames[light] : ''}`;
    if (n === 0) return '0';
    return (
      <Button
        type="link"
        className="count-link"
        onClick={() => ask({ kind, group: group.id, light, title })}
        aria-label={`${n}个${title}项目，查看项目行`}
      >
        {n}
      </Button>
    );
  };
  const columns: readonly Column<Group>[] = [
    { key: 'name', title: tab[1].slice(1), phone: 'title', render: ({ name }) => name },
    { key: 'projects', title: '项目', number: true, render: (group) => count(group) },
    ...lights.map((light) => ({
      ...{ key: light, title: lightNames[light], number: true },
      render: (group: Group) => count(group, light),
    })),
    {
      key: 'plan',
      title: `累计计划（${unit}）`,
      number: true,
      render: ({ planFen }) => <Money fen={planFen} />,
    },
    {
      key: 'actual',
      title: `累计完成（${unit}）`,
      number: true,
      render: ({ actualFen }) => <Money fen={actualFen} />,
    },
    {
      key: 'share',
      title: '完成率',
      number: true,
      render: ({ completion }) => (completion ? `${completion}%` : '—'),
    },
  ];
  return (
    <Panel title="数据出处" extra={<MoneyUnitSwitch />}>
      <p className="quiet">
        规则：{figures.rules.name}第{figures.rules.number}版（{figures.rules.basis}）。
        {figures.previousMonth
          ? `上月为 ${figures.previousMonth}，取${figures.previousFrom === 'bulletin' ? '已印发通报' : '当时亮灯'}的数据。`
          : '上月没有亮灯数据，不作比较。'}
        点数字查看由来的项目行。
      </p>
      <div className="acts" style={{ marginBottom: 12 }}>
        <Button onClick={() => ask({ kind: 'all', title: '全部项目' })}>全部 {figures.total.projects}</Button>
        {named.map(([id, name]) => (
          <Button key={id} onClick={() => ask({ kind: id, title: name })}>
            {name} {figures[id]}
          </Button>
        ))}
      </div>
      <div className="tabs" role="tablist" aria-label="分组">
        {tabs.map(([id, name]) => (
          <button key={id} type="button" role="tab" aria-selected={id === kind} onClick={() => choose(id)}>
            {name}
          </button>
        ))}
      </div>
      <DataTable
        label={tab[1]}
        columns={columns}
        rows={figures[tab[2]]}
        rowKey={({ id }) => id}
        empty={{ why: '没有数据' }}
      />
      {asked ? <FigureRows id={bulletin.bulletinId} asked={asked} close={() => ask(undefined)} /> : null}
    </Panel>
  );
}
