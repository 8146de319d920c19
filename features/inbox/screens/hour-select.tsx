import { Select } from 'antd';
import type { FieldTies } from '#ui';
import { hourText } from '../texts.ts';

const options = Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: hourText(hour) }));

type HourSelectProps = {
  readonly ties: FieldTies;
  readonly value: number;
  readonly change: (hour: number) => void;
};

export function HourSelect({ ties, value, change }: HourSelectProps) {
  return <Select {...ties} value={value} onChange={change} options={options} style={{ width: '100%' }} />;
}
