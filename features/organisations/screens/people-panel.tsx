import { Button } from 'antd';
import { useState } from 'react';
import type { CallRefused } from '#http/client';
import { type Column, call, DataTable, Panel, Refused } from '#ui';
import type { OrganisationFile, Person } from '../contract.ts';
import { personPhone } from '../contract.ts';
import { texts } from '../texts.ts';
import { Appoint, Dismiss } from './appointments.tsx';
import { EditPerson } from './edit-person.tsx';

type Held = Person['posts'][number];
type Act =
  | { readonly kind: 'edit'; readonly person: Person | 'new' }
  | { readonly kind: 'appoint'; readonly person: Person }
  | { readonly kind: 'dismiss'; readonly person: Person; readonly held: Held };

export function PeoplePanel({ file }: { readonly file: OrganisationFile }) {
  const [act, begin] = useState<Act>();
  const close = () => begin(undefined);
  const mayEdit = file.may.editPeople;
  const columns: Column<Person>[] = [
    { key: 'name', title: '姓名', phone: 'title', render: (row) => row.name },
    {
      key: 'posts',
      title: texts.posts,
      render: (row) => (
        <ul className="link-list">
          {row.posts.map((held) => (
            <li key={held.appointmentId} className={held.toOn ? 'quiet' : undefined}>
              {held.title}（{held.fromOn} 至 {held.toOn ?? '今'}）
              {mayEdit && !held.toOn ? (
                <Button
                  type="link"
                  className="in-cell"
                  aria-label={`${texts.dismiss}${row.name}的${held.title}`}
                  onClick={() => begin({ kind: 'dismiss', person: row, held })}
                >
                  {texts.dismiss}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'phone',
      title: texts.phone,
      render: (row) => <Phone person={row} mayReveal={file.may.revealPhone} />,
    },
  ];
  if (mayEdit)
    columns.push({
      key: 'act',
      title: '操作',
      render: (row) => (
        <span className="acts" style={{ marginTop: 0 }}>
          <Button
            type="link"
            className="in-cell"
            aria-label={`${texts.edit}${row.name}`}
            onClick={() => begin({ kind: 'edit', person: row })}
          >
            {texts.edit}
          </Button>
          <Button
            type="link"
            className="in-cell"
            aria-label={`${row.name}${texts.appoint}`}
            onClick={() => begin({ kind: 'appoint', person: row })}
          >
            {texts.appoint}
          </Button>
        </span>
      ),
    });
  return (
    <Panel
      title={texts.people}
      extra={
        mayEdit ? (
          <Button onClick={() => begin({ kind: 'edit', person: 'new' })}>{texts.addPerson}</Button>
        ) : null
      }
    >
      <DataTable
        label={texts.people}
        columns={columns}
        rows={file.people}
        rowKey={(row) => row.personId}
        empty={{ why: texts.noPeople }}
      />
      {act?.kind === 'edit' ? <EditPerson file={file} person={act.person} close={close} /> : null}
      {act?.kind === 'appoint' ? <Appoint file={file} person={act.person} close={close} /> : null}
      {act?.kind === 'dismiss' ? <Dismiss person={act.person} held={act.held} close={close} /> : null}
    </Panel>
  );
}

/** Masked until asked for; that it was asked for is put on record. */
function Phone({ person, mayReveal }: { readonly person: Person; readonly mayReveal: boolean }) {
  const [shown, show] = useState<string>();
  const [error, setError] = useState<CallRefused>();
  if (!person.phone) return <span className="quiet">—</span>;
  const reveal = () =>
    call(personPhone, { id: person.personId }).then(
      (answer) => show(answer.phone),
      (refused: CallRefused) => setError(refused),
    );
  return (
    <span>
      <span className="instant">{shown ?? person.phone}</span>{' '}
      {shown === undefined && mayReveal ? (
        <Button
          type="link"
          className="in-cell"
          aria-label={`${texts.showPhone}${person.name}的电话`}
          onClick={() => void reveal()}
        >
          {texts.showPhone}
        </Button>
      ) : null}
      {error ? <Refused error={error} /> : null}
    </span>
  );
}
