import { AutoComplete, Button, Input } from 'antd';
import { useState } from 'react';
import { findPeople, listOrganisations } from '#features/organisations';
import { useRoute } from '#ui';
import { type Choices, type HolderRow, readHolders, writeHolders } from './card-values.ts';

type Kind = Choices['responsibilities'][number];

type HolderFieldsProps = {
  readonly kind: Kind;
  readonly text: string | undefined;
  readonly change: (text: string) => void;
};

type Option = {
  readonly value: string;
  readonly key: string;
  readonly label: string;
  readonly orgId: string | null;
  readonly personId: string | null;
};

const blank: HolderRow = { name: '', orgId: null, personId: null, masked: null, phone: '' };

/** Who answers for the project in one way. A masked number stays as it is unless a new one is typed. */
export function HolderFields({ kind, text, change }: HolderFieldsProps) {
  const rows = readHolders(text);
  const set = (at: number, row: HolderRow | undefined) =>
    change(writeHolders(rows.flatMap((one, index) => (index === at ? (row ?? []) : one))));
  return (
    <fieldset className="demand">
      <legend>{kind.name}</legend>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are typed into and have no identity of their own
        <div key={at} className="evidence">
          <NameInput kind={kind} row={row} change={(next) => set(at, next)} />
          <Input
            aria-label={`${kind.name}的电话`}
            placeholder={row.masked ? `${row.masked}（不改请留空）` : '电话'}
            maxLength={40}
            inputMode="tel"
            autoComplete="off"
            value={row.phone}
            onChange={(event) => set(at, { ...row, phone: event.target.value })}
          />
          <Button onClick={() => set(at, undefined)} aria-label={`删除${kind.name}${row.name}`}>
            删除
          </Button>
        </div>
      ))}
      {rows.length === 0 || kind.several ? (
        <Button onClick={() => change(writeHolders([...rows, blank]))}>添加{kind.name}</Button>
      ) : null}
    </fieldset>
  );
}

type NameInputProps = {
  readonly kind: Kind;
  readonly row: HolderRow;
  readonly change: (row: HolderRow) => void;
};

/** A name of the directory is bound to it; any other name is kept as it is written. */
function NameInput({ kind, row, change }: NameInputProps) {
  const isPerson = kind.holder === 'person';
  const [text, setText] = useState('');
  const people = useRoute(findPeople, { text: text.trim() }, { enabled: isPerson && text.trim() !== '' });
  const offices = useRoute(listOrganisations, {}, { enabled: !isPerson });
  const options: Option[] = isPerson
    ? (people.data ?? []).map((one) => ({
        value: one.name,
        key: one.personId,
        label: [one.name, one.org, ...one.posts].filter((part) => part).join(' · '),
        orgId: null,
        personId: one.personId,
      }))
    : (offices.data?.rows ?? []).map((one) => ({
        value: one.name,
        key: one.orgId,
        label: one.name,
        orgId: one.orgId,
        personId: null,
      }));
  return (
    <AutoComplete
      aria-label={`${kind.name}的${isPerson ? '姓名' : '名称'}`}
      value={row.name}
      options={options}
      showSearch={
        isPerson
          ? { filterOption: false }
          : { filterOption: (input, one) => one?.value.includes(input) ?? false }
      }
      placeholder={isPerson ? '姓名' : '单位名称'}
      onChange={(name: string) => {
        setText(name);
        const office = isPerson ? undefined : options.find((one) => one.value === name);
        change({ ...row, name, orgId: office?.orgId ?? null, personId: null });
      }}
      onSelect={(name: string, one) => change({ ...row, name, orgId: one.orgId, personId: one.personId })}
    />
  );
}
