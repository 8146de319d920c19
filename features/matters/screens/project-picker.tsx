import { Select } from 'antd';
import { useState } from 'react';
import { listProjects } from '#features/projects';
import type { OutputOf } from '#http/client';
import { type FieldTies, useRoute } from '#ui';
import { texts } from './texts.ts';

export type ProjectId = OutputOf<typeof listProjects>['rows'][number]['projectId'];

type ProjectPickerProps = {
  readonly ties: FieldTies;
  readonly value: ProjectId | undefined;
  /** What the project is called, where it was chosen elsewhere. */
  readonly name?: string | undefined;
  readonly pick: (projectId: ProjectId | undefined) => void;
};

/** Finds a project by part of its name, number or code. */
export function ProjectPicker({ ties, value, name, pick }: ProjectPickerProps) {
  const [text, setText] = useState('');
  const isAsked = text.trim().length > 1;
  const found = useRoute(listProjects, { text, pageSize: 20 }, { enabled: isAsked });
  const options = (found.data?.rows ?? []).map((row) => ({
    value: row.projectId,
    label: `${row.number} ${row.name}`,
  }));
  const chosen = value && name && !options.some((one) => one.value === value) ? [{ value, label: name }] : [];
  return (
    <Select<ProjectId>
      {...ties}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={texts.pickProject}
      notFoundContent={isAsked ? texts.notFound : texts.typeMore}
      style={{ width: '100%' }}
      value={value ?? null}
      options={[...chosen, ...options]}
      onChange={(projectId) => pick(projectId ?? undefined)}
    />
  );
}
