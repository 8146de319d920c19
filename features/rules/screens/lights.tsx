import { Button } from 'antd';
import { useState } from 'react';
import type { PlainDate } from '#kernel/plain-date';
import { type Column, DataTable, Instant, Loading, Page, Panel, Refused, Shown, useRoute } from '#ui';
import { type LightRules, type RuleSetForm, readLightRules } from '../contract.ts';
import { lightWords, words } from '../texts.ts';
import { Checked } from './checked.tsx';
import { DraftDialog } from './draft-dialog.tsx';
import { RuleSetFields } from './rule-set-fields.tsx';
import { Trial } from './trial.tsx';
import { useCheck } from './use-check.ts';
import './rules.css';

/** The light rules in words, and a form in which others are written, proved, compared and tried at once. */
export function Screen() {
  const query = useRoute(readLightRules, {});
  return <Shown query={query}>{(data) => <LightRulesPage data={data} />}</Shown>;
}

function LightRulesPage({ data }: { readonly data: LightRules }) {
  const [rules, change] = useState<RuleSetForm>();
  const [day, setDay] = useState<PlainDate | undefined>(data.earliest);
  const [drafting, draft] = useState(false);
  const { found, error } = useCheck('lights.yaml', rules && { value: rules }, day);
  return (
    <Page
      title={lightWords.title}
      note={lightWords.note}
      acts={
        !data.mayPropose ? null : rules ? (
          <>
            <Button onClick={() => change(undefined)}>放弃修改</Button>
            <Button type="primary" onClick={() => draft(true)}>
              {words.propose}
            </Button>
          </>
        ) : (
          <Button type="primary" onClick={() => change(data.rules)}>
            {lightWords.edit}
          </Button>
        )
      }
    >
      {drafting && rules ? (
        <DraftDialog
          {...{ file: 'lights.yaml', wanted: { value: rules }, effectiveFrom: day, changeDay: setDay }}
          dayHint={lightWords.earliest(data.earliest)}
          close={() => draft(false)}
        />
      ) : null}
      <div className="rules-edit">
        <div>
          {rules ? (
            <Panel title={lightWords.form}>
              <RuleSetFields rules={rules} change={change} formulas={data.formulas} />
            </Panel>
          ) : (
            <Panel title={`${lightWords.inForce}：${lightWords.version(data.number)}`}>
              <ul className="problem-list">
                {data.inWords.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Panel>
          )}
        </div>
        <div>
          {error ? <Refused error={error} /> : null}
          {rules ? (
            found ? (
              <Checked {...found} fine={words.proved} />
            ) : (
              <Panel title={words.check}>
                <Loading rows={3} />
              </Panel>
            )
          ) : null}
          {rules && data.mayTry ? <Trial wanted={{ value: rules }} /> : null}
          <Panel title={lightWords.versions}>
            <DataTable
              label={lightWords.versions}
              columns={versionColumns}
              rows={data.versions}
              rowKey={({ number, name }) => `${name} ${number}`}
              empty={{ why: lightWords.version(0) }}
            />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

const versionColumns: readonly Column<LightRules['versions'][number]>[] = [
  { key: 'number', title: '版', phone: 'title', render: ({ number }) => lightWords.version(number) },
  { key: 'from', title: words.effectiveFrom, render: ({ effectiveFrom }) => effectiveFrom },
  { key: 'basis', title: words.basis, render: ({ basis }) => <span className="wrapped">{basis}</span> },
  { key: 'by', title: '发布', render: ({ publishedBy }) => publishedBy },
  { key: 'at', title: '发布时间', render: ({ publishedAt }) => <Instant at={publishedAt} /> },
];
