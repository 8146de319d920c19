import { Link } from 'wouter';
import { type Column, DataTable, type DataTableProps } from '#ui';
import { type MatterLine, satisfactionNames } from '../../contract.ts';
import { DueMark } from '../due-mark.tsx';
import { texts } from '../texts.ts';

const titles = texts.columns;

type MatterTableProps = Pick<DataTableProps<MatterLine>, 'label' | 'rows' | 'empty' | 'paging'> & {
  readonly now: string;
};

export function MatterTable({ now, ...table }: MatterTableProps) {
  return <DataTable {...table} columns={columnsAt(now)} rowKey={({ matterId }) => matterId} />;
}

function columnsAt(now: string): readonly Column<MatterLine>[] {
  return [
    {
      key: 'title',
      title: titles.title,
      phone: 'title',
      render: ({ matterId, title, urgent }) => (
        <span className="wrapped">
          {urgent ? <b className="matter-urgent">{texts.urgent} </b> : null}
          <Link href={`/matters/${matterId}`}>{title}</Link>
        </span>
      ),
    },
    {
      key: 'number',
      title: titles.number,
      render: ({ number }) => <span className="instant">{number}</span>,
    },
    { key: 'kind', title: titles.kind, render: ({ kind }) => kind.name },
    { key: 'state', title: titles.state, render: ({ state }) => state.name },
    {
      key: 'due',
      title: titles.due,
      render: ({ closed, closedOn, due }) =>
        closed ? <span className="quiet">{closedOn}</span> : <DueMark due={due} now={now} />,
    },
    { key: 'lead', title: titles.lead, render: ({ lead }) => lead?.name ?? texts.noLead },
    { key: 'level', title: titles.level, render: ({ level }) => level?.name ?? '—' },
    {
      key: 'about',
      title: titles.project,
      render: ({ project, enterprise }) => (
        <span className="wrapped">
          {project ? (
            <Link href={`/projects/${project.projectId}`}>{project.name}</Link>
          ) : (
            (enterprise ?? '—')
          )}
        </span>
      ),
    },
    { key: 'raiser', title: titles.raiser, phone: 'hidden', render: ({ raiser }) => raiser },
    { key: 'openedOn', title: titles.openedOn, phone: 'hidden', render: ({ openedOn }) => openedOn },
    {
      key: 'bounces',
      title: titles.bounces,
      number: true,
      phone: 'hidden',
      render: ({ bounces }) => bounces,
    },
    { key: 'redos', title: titles.redos, number: true, phone: 'hidden', render: ({ redos }) => redos },
    {
      key: 'satisfaction',
      title: titles.satisfaction,
      phone: 'hidden',
      render: ({ satisfaction }) => (satisfaction ? satisfactionNames[satisfaction - 1] : '—'),
    },
  ];
}
