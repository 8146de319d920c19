import { Input, Select } from 'antd';
import { useState } from 'react';
import { listProjects } from '#features/projects';
import type { InputOf, OutputOf } from '#http/client';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, type FieldTies, fieldError, useAct, useRoute } from '#ui';
import { type listMembers, putOnList } from '../contract.ts';
import { texts } from '../texts.ts';

type Id = InputOf<typeof putOnList>['projectId'];

type PutOnProps = {
  readonly list: OutputOf<typeof listMembers>['list'];
  readonly year: number;
  readonly close: () => void;
};

/** By the rule it needs no reason; where the rule does not admit the project, reason and approver are asked for. */
export function PutOn({ list, year, close }: PutOnProps) {
  const [projectId, setProject] = useState<Id>();
  const [fromOn, setFrom] = useState<PlainDate>();
  const [reason, setReason] = useState('');
  const [approver, setApprover] = useState('');
  const act = useAct(putOnList, close);
  const isException = act.error?.code === 'list.rule_not_met' || reason !== '' || approver !== '';
  return (
    <Dialog
      open
      title={`${texts.putOn}：${year}年${list.shortName}`}
      act={isException ? '例外列入' : '列入'}
      ready={projectId !== undefined && (!isException || (reason.trim() !== '' && approver.trim() !== ''))}
      busy={act.isPending}
      error={act.error}
      onAct={() =>
        projectId &&
        act.mutate({
          ...{ list: list.id, year, projectId, fromOn },
          reason: reason.trim() || undefined,
          approver: approver.trim() || undefined,
        })
      }
      onClose={close}
    >
      <p className="quiet">
        {texts.rule}：{list.ruleText ?? texts.noRule}
      </p>
      <Field label="项目" required>
        {(ties) => <PickProject ties={ties} value={projectId} pick={setProject} />}
      </Field>
      <Field label="列入日期" hint="不填为今天" error={fieldError(act.error, 'fromOn')}>
        {(ties) => <DayInput {...ties} value={fromOn} change={setFrom} />}
      </Field>
      {isException ? (
        <>
          <Field label={texts.reason} required hint="不符合入列规则的，须说明为何仍应列入">
            {(ties) => (
              <Input.TextArea
                {...ties}
                rows={2}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <Field label={texts.approver} required hint="不能是您本人">
            {(ties) => (
              <Input
                {...ties}
                maxLength={64}
                value={approver}
                onChange={(event) => setApprover(event.target.value)}
              />
            )}
          </Field>
        </>
      ) : null}
    </Dialog>
  );
}

type PickProjectProps = {
  readonly ties: FieldTies;
  readonly value: Id | undefined;
  readonly pick: (id: Id | undefined) => void;
};

function PickProject({ ties, value, pick }: PickProjectProps) {
  const [text, setText] = useState('');
  const found = useRoute(listProjects, { text, pageSize: 20 }, { enabled: text.trim().length > 1 });
  return (
    <Select<Id>
      {...ties}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={texts.searchProject}
      notFoundContent={text.trim().length > 1 ? '没有找到' : '请至少输入两个字'}
      value={value ?? null}
      onChange={(id) => pick(id ?? undefined)}
      options={(found.data?.rows ?? []).map((row) => ({
        value: row.projectId,
        label: `${row.number} ${row.name}`,
      }))}
    />
  );
}
