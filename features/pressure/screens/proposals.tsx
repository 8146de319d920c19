import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OutputOf } from '#http/client';
import { type Month, monthText } from '#kernel/month';
import {
  type Column,
  DataTable,
  Empty,
  Page,
  Panel,
  Refused,
  type ScreenProps,
  Shown,
  TabSet,
  useAct,
  useRoute,
} from '#ui';
import { listProposals, makeProposals, type Proposal } from '../contract.ts';
import { stateNames, words } from '../texts.ts';
import { CountedMonths } from './counted-months.tsx';
import { Decide } from './decide.tsx';
import { RuleTables } from './rule-tables.tsx';
import { Why } from './why.tsx';
import './pressure.css';

type Listed = OutputOf<typeof listProposals>;

/** What the two tables propose for a locked month; a person decides each. */
export function Screen(_props: ScreenProps) {
  const [month, choose] = useState<Month>();
  const query = useRoute(listProposals, month ? { month } : {});
  return (
    <Page
      title={words.proposals}
      note="按已锁定月份的亮灯和排名，由项目表、单位表提出。系统只提建议，发与不发由人决定，不发的写明理由。"
      acts={query.data ? <Acts data={query.data} choose={choose} /> : null}
    >
      <Shown query={query}>{(data) => <Proposals data={data} />}</Shown>
    </Page>
  );
}

function Acts({ data, choose }: { readonly data: Listed; readonly choose: (month: Month) => void }) {
  const act = useAct(makeProposals, ({ month }) => choose(month));
  const { months, month, mayPropose, lastLocked } = data;
  return (
    <>
      {act.error ? <Refused error={act.error} /> : null}
      {months.length > 1 ? (
        <Select<Month>
          aria-label="月份"
          value={month}
          onChange={choose}
          options={months.map((one) => ({ value: one, label: one }))}
        />
      ) : null}
      {mayPropose && lastLocked ? (
        <Button type="primary" loading={act.isPending} onClick={() => act.mutate({})}>
          提出{monthText(lastLocked)}建议
        </Button>
      ) : null}
    </>
  );
}

function Proposals({ data }: { readonly data: Listed }) {
  const { month, lastLocked, isBehind, proposals, tables } = data;
  if (month === null)
    return (
      <Panel>
        <Empty
          why={lastLocked ? `${monthText(lastLocked)}已锁定，还没有提出建议。` : '还没有锁定过任何月份。'}
          remedy={
            lastLocked ? '系统每小时自动提出，也可以点“提出建议”。' : '月度报送锁定后，这里会列出建议。'
          }
        />
      </Panel>
    );
  const of = (kind: 'project' | 'unit') => proposals.filter(({ subject }) => subject.kind === kind);
  return (
    <>
      {isBehind ? (
        <Alert
          className="letter-notice"
          type="warning"
          showIcon
          title={`${lastLocked}已锁定，以下仍是${month}的建议。`}
        />
      ) : null}
      <TabSet
        label={words.proposals}
        tabs={[
          tab('projects', '项目表', of('project'), data),
          tab('units', '单位表', of('unit'), data),
          { key: 'rules', name: '两张表的规则', content: <RuleTables tables={tables} /> },
        ]}
      />
    </>
  );
}

function tab(key: string, name: string, rows: readonly Proposal[], data: Listed) {
  const open = rows.filter(({ decision }) => !decision).length;
  return {
    key,
    name: `${name} ${rows.length}条，待决定${open}条`,
    content: <ProposalTable name={name} rows={rows} data={data} />,
  };
}

type TableProps = { readonly name: string; readonly rows: readonly Proposal[]; readonly data: Listed };

function ProposalTable({ name, rows, data }: TableProps) {
  const [deciding, decide] = useState<Proposal>();
  const [explained, explain] = useState<Proposal>();
  return (
    <Panel>
      <DataTable
        label={`${data.month}${name}`}
        columns={columnsOf({ mayDecide: data.mayDecide, decide, explain })}
        rows={rows}
        rowKey={({ proposalId }) => proposalId}
        empty={{ why: `${data.month}没有符合${name}规则的对象。`, remedy: '规则见“两张表的规则”。' }}
      />
      {deciding ? <Decide proposal={deciding} close={() => decide(undefined)} /> : null}
      {explained ? <Why proposal={explained} close={() => explain(undefined)} /> : null}
    </Panel>
  );
}

type Doing = {
  readonly mayDecide: boolean;
  readonly decide: (proposal: Proposal) => void;
  readonly explain: (proposal: Proposal) => void;
};

function columnsOf({ mayDecide, decide, explain }: Doing): readonly Column<Proposal>[] {
  return [
    {
      key: 'subject',
      title: '对象',
      phone: 'title',
      render: ({ subject }) => (
        <Link href={`/pressure/${subject.kind}/${subject.id}`}>
          {subject.number ? `${subject.number} ` : ''}
          {subject.name}
        </Link>
      ),
    },
    { key: 'rule', title: '规则', render: ({ rule }) => rule.text },
    { key: 'months', title: '计入的月份', render: ({ months }) => <CountedMonths months={months} /> },
    {
      key: 'document',
      title: '文书',
      render: ({ rule, recipient }) => (
        <>
          {rule.documentName}，{recipient.name}
          {recipient.instead ? '（代项目单位）' : ''}
          <div className="quiet">
            {rule.workingDays}个工作日，{rule.signsName}签发
          </div>
        </>
      ),
    },
    { key: 'decision', title: '决定', render: (one) => <Standing proposal={one} /> },
    {
      key: 'acts',
      title: '办理',
      render: (one) => (
        <span className="letter-acts" style={{ margin: 0 }}>
          {mayDecide && one.decision?.decision !== 'issue' ? (
            <Button size="small" onClick={() => decide(one)}>
              {one.decision ? '改为拟发' : '决定'}
            </Button>
          ) : null}
          <Button size="small" onClick={() => explain(one)}>
            依据
          </Button>
        </span>
      ),
    },
  ];
}

function Standing({ proposal: { decision, letter } }: { readonly proposal: Proposal }) {
  if (!decision) return <>待决定</>;
  if (decision.decision === 'none')
    return (
      <>
        不发：{decision.reason}
        <span className="quiet">（{decision.by}）</span>
      </>
    );
  return letter ? (
    <Link href={`/letters/${letter.letterId}`}>拟发，{stateNames[letter.state]}</Link>
  ) : (
    <>拟发</>
  );
}
