import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { InputOf } from '#http/client';
import { Empty, Facts, Instant, Page, Panel, type ScreenProps, Shown, useRoute } from '#ui';
import type { OrganisationFile } from '../contract.ts';
import { listOrganisations, readOrganisation } from '../contract.ts';
import { kindNames, texts } from '../texts.ts';
import { EditOrganisation } from './edit-organisation.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { PostsPanel } from './posts-panel.tsx';
import type { Directory } from './tree.ts';

export function Screen({ params }: ScreenProps) {
  const id = params['id'] as InputOf<typeof readOrganisation>['id'];
  const file = useRoute(readOrganisation, { id });
  const directory = useRoute(listOrganisations, {});
  return (
    <Shown query={file}>
      {(data) => <Shown query={directory}>{(all) => <File file={data} directory={all} />}</Shown>}
    </Shown>
  );
}

function File({ file, directory }: { readonly file: OrganisationFile; readonly directory: Directory }) {
  const [, go] = useLocation();
  const [editing, edit] = useState(false);
  const { organisation, may } = file;
  const nameOf = (id: string | null) => directory.rows.find((row) => row.orgId === id)?.name;
  return (
    <Page
      title={organisation.name}
      note={kindNames[organisation.kind] ?? organisation.kind}
      acts={
        <>
          <Button onClick={() => go('/organisations')}>返回名录</Button>
          {may.edit ? (
            <Button type="primary" onClick={() => edit(true)}>
              {texts.edit}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="columns">
        <Panel title="基本情况">
          <Facts
            facts={[
              ['名称', organisation.name],
              ['简称', organisation.shortName],
              [texts.aliases, organisation.aliases.join('、')],
              [texts.parent, nameOf(organisation.parentId)],
              ['行政区划代码', organisation.code],
              [texts.order, organisation.officialOrder],
              ['设立日期', organisation.validFrom],
              [texts.validTo, organisation.validTo],
              [texts.successor, nameOf(organisation.successorId)],
            ]}
          />
        </Panel>
        <PostsPanel file={file} />
      </div>
      <PeoplePanel file={file} />
      <Changes file={file} />
      {editing ? <EditOrganisation file={file} directory={directory} close={() => edit(false)} /> : null}
    </Page>
  );
}

function Changes({ file }: { readonly file: OrganisationFile }) {
  return (
    <Panel title={texts.changes}>
      {file.changes.length === 0 ? (
        <Empty why={texts.noChanges} />
      ) : (
        <ol className="link-list">
          {file.changes.map((change) => (
            <li key={change.at} style={{ padding: '6px 0' }}>
              <Instant at={change.at} /> <strong>{change.by}</strong>{' '}
              <span className="quiet">{change.reason}</span>
              {change.changes.map((one) => (
                <div key={one.field}>
                  {one.field}：{one.before ? `${one.before} → ` : ''}
                  {one.after ?? '（清空）'}
                </div>
              ))}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
