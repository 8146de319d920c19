import { Checkbox } from 'antd';
import { type Column, PagedTable } from '#ui';
import type { StrayView } from '../../contract.ts';
import { returnTexts as texts } from '../../texts.ts';
import type { Choices } from './use-choices.ts';

type StrayTableProps = {
  readonly strays: readonly StrayView[];
  readonly choices: Choices;
  readonly open: boolean;
};

/** How a row is named among the choices. */
function refOf({ importId, sheet, row }: StrayView): string {
  return `${importId} ${sheet}!${row}`;
}

/** Rows without a project: only those with a similar name can be taken, once a person says so. */
export function StrayTable({ strays, choices, open }: StrayTableProps) {
  const { confirmed, confirm } = choices;
  const columns: readonly Column<StrayView>[] = [
    {
      key: 'name',
      title: texts.name,
      phone: 'title',
      render: ({ name }) => <span className="wrapped">{name ?? '—'}</span>,
    },
    { key: 'fate', title: texts.fate, render: ({ fate }) => texts.fates[fate] },
    {
      key: 'listed',
      title: texts.listed,
      render: ({ listed }) => <span className="wrapped">{listed ?? '—'}</span>,
    },
    {
      key: 'same',
      title: texts.same,
      render: (stray) =>
        stray.fate === 'similar' ? (
          <Checkbox
            aria-label={`${texts.same}：${stray.name ?? ''}`}
            disabled={!open}
            checked={confirmed.includes(refOf(stray))}
            onChange={(event) =>
              confirm(
                event.target.checked
                  ? [...confirmed, refOf(stray)]
                  : confirmed.filter((ref) => ref !== refOf(stray)),
              )
            }
          />
        ) : (
          '—'
        ),
    },
    { key: 'file', title: texts.file, render: ({ fileName }) => <span className="wrapped">{fileName}</span> },
    { key: 'row', title: texts.place, render: ({ sheet, row }) => texts.row(sheet, row) },
  ];
  return (
    <>
      {strays.length > 0 ? <p className="quiet">{texts.straysNote}</p> : null}
      <PagedTable
        label={texts.tabs.strays}
        columns={columns}
        rows={strays}
        rowKey={refOf}
        empty={{ why: texts.noStrays }}
      />
    </>
  );
}
