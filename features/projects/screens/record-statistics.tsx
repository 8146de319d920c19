import { Input, Radio } from 'antd';
import { useState } from 'react';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, useAct, useRoute } from '#ui';
import type { Project } from '../contract.ts';
import { recordStatistics, statisticsEntry } from '../contract.ts';
import { statisticsNames, texts } from '../texts.ts';

export function RecordStatistics({
  project,
  close,
}: {
  readonly project: Project;
  readonly close: () => void;
}) {
  const [entered, setEntered] = useState(true);
  const [enteredOn, setEnteredOn] = useState<PlainDate>();
  const [source, setSource] = useState('');
  const act = useAct(recordStatistics, close);
  const year = project.entries.at(-1)?.year;
  const known = useRoute(
    statisticsEntry,
    { year: year ?? 2000, projectId: project.projectId },
    { enabled: year !== undefined },
  ).data;
  const now = known?.rows[0];
  return (
    <Dialog
      open
      title={texts.recordStatistics}
      act="登记"
      ready={source.trim() !== '' && (!entered || enteredOn !== undefined)}
      busy={act.isPending}
      error={act.error}
      onAct={() =>
        act.mutate({
          id: project.projectId,
          entered,
          enteredOn: entered ? (enteredOn ?? null) : null,
          source: source.trim(),
        })
      }
      onClose={close}
    >
      {now ? (
        <p>
          现为<strong>{statisticsNames[now.state]}</strong>
          {now.enteredOn ? `（${now.enteredOn} 入统）` : ''}
          <span className="quiet">。应统范围：{known.rule}</span>
        </p>
      ) : null}
      <Radio.Group
        value={entered}
        onChange={(event) => setEntered(event.target.value === true)}
        options={[
          { value: true, label: '已入统' },
          { value: false, label: '未入统' },
        ]}
      />
      {entered ? (
        <Field label="入统日期" required error={fieldError(act.error, 'enteredOn')}>
          {(ties) => <DayInput {...ties} value={enteredOn} change={setEnteredOn} />}
        </Field>
      ) : null}
      <Field
        label="依据"
        required
        hint="如：统计部门反馈表、入库通知"
        error={fieldError(act.error, 'source')}
      >
        {(ties) => (
          <Input
            {...ties}
            maxLength={200}
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
