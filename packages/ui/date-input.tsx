import { CalendarOutlined } from '@ant-design/icons';
import { Button, Input, Space } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { FieldTies } from './field.tsx';
import { useNarrow } from './narrow.ts';
import { readDay, readMonth } from './written-day.ts';

type DateInputProps<T extends string> = {
  readonly value: T | undefined;
  readonly change: (value: T | undefined) => void;
  readonly min?: T;
  readonly max?: T;
} & Partial<FieldTies>;

type Sort<T extends string> = {
  readonly type: 'date' | 'month';
  readonly example: string;
  readonly read: (written: string) => T | undefined;
};

const dayInput: Sort<PlainDate> = { type: 'date', example: '2026-11-20', read: readDay };
const monthInput: Sort<Month> = { type: 'month', example: '2026-11', read: readMonth };

export function DayInput(props: DateInputProps<PlainDate>) {
  return <DateInput sort={dayInput} {...props} />;
}

export function MonthInput(props: DateInputProps<Month>) {
  return <DateInput sort={monthInput} {...props} />;
}

/** Typed on a desk, in the one order used everywhere here, with a calendar to open; turned on a phone. */
function DateInput<T extends string>({
  sort,
  value,
  change,
  ...rest
}: DateInputProps<T> & { readonly sort: Sort<T> }) {
  const narrow = useNarrow();
  const props = { ...rest, value, change, sort };
  return narrow ? <Turned {...props} /> : <Typed {...props} />;
}

type PartProps<T extends string> = DateInputProps<T> & { readonly sort: Sort<T> };

function Turned<T extends string>({ sort, value, change, ...rest }: PartProps<T>) {
  return (
    <Input
      {...rest}
      type={sort.type}
      placeholder={`如 ${sort.example}`}
      value={value ?? ''}
      onChange={(event) => change(sort.read(event.target.value))}
    />
  );
}

function Typed<T extends string>({ sort, value, change, min, max, ...ties }: PartProps<T>) {
  const calendar = useRef<HTMLInputElement>(null);
  const [written, write] = useState<string>(value ?? '');
  const [left, leave] = useState(false);
  useEffect(() => {
    if (value !== undefined && sort.read(written) !== value) write(value);
    if (value === undefined && sort.read(written) !== undefined) write('');
  }, [value]);
  const wrong = left && written.trim() !== '' && value === undefined;
  return (
    <>
      <Space.Compact className="date-typed">
        <Input
          {...ties}
          aria-invalid={wrong || ties['aria-invalid']}
          status={wrong ? 'error' : ''}
          placeholder={`如 ${sort.example}`}
          inputMode="numeric"
          autoComplete="off"
          value={written}
          onChange={(event) => {
            write(event.target.value);
            leave(false);
            change(sort.read(event.target.value));
          }}
          onBlur={() => {
            leave(true);
            if (value !== undefined) write(value);
          }}
        />
        <Button
          aria-label="打开日历"
          icon={<CalendarOutlined />}
          onClick={() => calendar.current?.showPicker()}
        />
      </Space.Compact>
      <input
        ref={calendar}
        className="date-calendar"
        type={sort.type}
        tabIndex={-1}
        aria-hidden="true"
        min={min}
        max={max}
        value={value ?? ''}
        onChange={(event) => change(sort.read(event.target.value))}
      />
      {wrong ? (
        <span className="field-error" role="alert">
          请写成 {sort.example}
        </span>
      ) : null}
    </>
  );
}
