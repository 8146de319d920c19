import { Modal } from 'antd';
import { Link } from 'wouter';
import type { InputOf } from '#http/client';
import { type Column, LightMark, Money, PagedTable, Shown, useMoneyUnit, useRoute } from '#ui';
import { bulletinRows, type FigureRowView } from '../contract.ts';

type Asked = InputOf<typeof bulletinRows>;
type FigureRowsProps = {
  readonly id: Asked['id'];
  readonly asked: Omit<Asked, 'id'> & { readonly title: string };
  readonly close: () => void;
};

/** The projects a figure was counted from, as they were frozen. */
export function FigureRows({ id, asked: { title, ...asked }, close }: FigureRowsProps) {
  const { unit } = useMoneyUnit();
  const query = useRoute(bulletinRows, { id, ...asked });
  const columns: readonly Column<FigureRowView>[] = [
    {
      key: 'name',
      title: '项目',
      phone: 'title',
      render: (row) => <Link href={`/projects/${row.projectId}`}>{row.name}</Link>,
    },
    { key: 'district', title: '地区', render: ({ district }) => district },
    { key: 'light', title: '灯', render: ({ light }) => <LightMark light={light} /> },
    { key: 'before', title: '上月', render: ({ before }) => (before ? <LightMark light={before} /> : '—') },
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
      render: ({ actualFen, reported }) => (reported ? <Money fen={actualFen} /> : '未报'),
    },
    { key: 'why', title: '亮灯缘由', render: ({ why }) => <span className="wrapped">{why ?? '—'}</span> },
    {
      key: 'problem',
      title: '月报所述原因',
      render: ({ problem }) => <span className="wrapped">{problem ?? '—'}</span>,
    },
  ];
  return (
    <Modal open title={`${title}：由来的项目行`} footer={null} onCancel={close} width={1100} destroyOnHidden>
      <Shown query={query}>
        {({ rows }) => (
          <>
            {rows.some(({ withinScope }) => !withinScope) ? (
              <p className="quiet">显示为“—”的金额不在您的范围。</p>
            ) : null}
            <PagedTable
              label={title}
              columns={columns}
              rows={rows}
              rowKey={({ projectId }) => projectId}
              empty={{ why: '没有这样的项目。' }}
            />
          </>
        )}
      </Shown>
    </Modal>
  );
}
