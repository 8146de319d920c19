import { Button } from 'antd';
import { useState } from 'react';
import type { CallRefused } from '#http/client';
import { call, Empty, Panel, Refused } from '#ui';
import type { Project } from '../contract.ts';
import { projectPhone } from '../contract.ts';
import { texts } from '../texts.ts';

type Holder = Project['holders'][number];

export function PeoplePanel({ project }: { readonly project: Project }) {
  return (
    <Panel title={texts.people}>
      {project.holders.length === 0 ? (
        <Empty why={texts.noPeople} />
      ) : (
        <ul className="people">
          {project.holders.map((holder) => (
            <li key={`${holder.kind} ${holder.name}`}>
              <span className="quiet">{holder.kindName}</span>
              <span>{holder.name}</span>
              <Phone project={project} holder={holder} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** Masked until asked for; that it was asked for is put on record. */
function Phone({ project, holder }: { readonly project: Project; readonly holder: Holder }) {
  const [shown, show] = useState<string>();
  const [error, setError] = useState<CallRefused>();
  const { kind, name, phone } = holder;
  if (!phone) return <span className="quiet">—</span>;
  const reveal = () =>
    call(projectPhone, { id: project.projectId, kind, name }).then(
      (answer) => show(answer.phone),
      (refused: CallRefused) => setError(refused),
    );
  return (
    <span>
      <span className="instant">{shown ?? phone}</span>{' '}
      {shown === undefined && project.may.revealPhone ? (
        <Button
          type="link"
          className="in-cell"
          aria-label={`${texts.showPhone}${name}的电话`}
          onClick={() => void reveal()}
        >
          {texts.showPhone}
        </Button>
      ) : null}
      {error ? <Refused error={error} /> : null}
    </span>
  );
}
