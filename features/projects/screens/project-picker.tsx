import { Select } from 'antd';
import { useState } from 'react';
import type { InputOf } from '#http/client';
import { type FieldTies, useRoute } from '#ui';
import { listProjects, type readProject } from '../contract.ts';

type Id = InputOf<typeof readProject>['id'];

type ProjectPickerProps = {
  readonly ties: FieldTies;
  readonly value: Id | undefined;
  readonly pick: (id: Id | undefined) => void;
  readonly except?: Id;
};

/** Finds a project by part of its name, number or code. */
export function ProjectPicker({ ties, value, pick, except }: ProjectPickerProps) {
  const [text, setText] = useState('');
  const found = useRoute(listProjects, { text, pageSize: 20 }, { enabled: text.trim().length > 1 });
  return (
    <Select<Id>
      {...ties}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder="输入名称、编号或代码查找"
      notFoundContent={text.trim().length > 1 ? '没有找到' : '请至少输入两个字'}
      value={value ?? null}
      onChange={(id) => pick(id ?? undefined)}
      options={(found.data?.rows ?? [])
        .filter((row) => row.projectId !== except)
        .map((row) => ({ value: row.projectId, label: `${row.number} ${row.name}` }))}
    />
  );
}
