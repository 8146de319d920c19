import { Input, Select } from 'antd';
import { useState } from 'react';
import type { InputOf } from '#http/client';
import { Dialog, Field, fieldError, useAct } from '#ui';
import type { Project } from '../contract.ts';
import { linkKinds, linkProject } from '../contract.ts';
import { texts } from '../texts.ts';
import { ProjectPicker } from './project-picker.tsx';

type Link = InputOf<typeof linkProject>;

const kindNames: Readonly<Record<Link['kind'], string>> = {
  'merged-into': '并入所选项目（不可撤回）',
  'duplicate-of': '与所选项目重复，两个都保留',
  'split-from': '从所选项目拆分而来',
  'same-sponsor': '与所选项目同一项目单位',
  related: '与所选项目相关',
};

export function LinkProject({ project, close }: { readonly project: Project; readonly close: () => void }) {
  const [otherId, setOther] = useState<Link['otherId']>();
  const [kind, setKind] = useState<Link['kind']>('related');
  const [reason, setReason] = useState('');
  const act = useAct(linkProject, close);
  const isMerger = kind === 'merged-into';
  return (
    <Dialog
      open
      title={texts.link}
      act={isMerger ? '并入' : '关联'}
      destructive={isMerger}
      ready={otherId !== undefined && reason.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() => otherId && act.mutate({ id: project.projectId, otherId, kind, reason: reason.trim() })}
      onClose={close}
    >
      <Field label="另一个项目" required>
        {(ties) => <ProjectPicker ties={ties} value={otherId} pick={setOther} except={project.projectId} />}
      </Field>
      <Field
        label="关联方式"
        required
        hint={isMerger ? '并入后本项目从本月起不再报送月报，档案和历史保留。' : undefined}
      >
        {(ties) => (
          <Select
            {...ties}
            value={kind}
            onChange={setKind}
            options={linkKinds.map((one) => ({ value: one, label: kindNames[one] }))}
          />
        )}
      </Field>
      <Field label="理由" required error={fieldError(act.error, 'reason')}>
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
    </Dialog>
  );
}
