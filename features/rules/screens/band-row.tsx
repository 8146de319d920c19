import { Button, Input, Select } from 'antd';
import type { RuleSetForm } from '../contract.ts';
import { lightWords } from '../texts.ts';
import { LightPick, MonthsPick } from './rule-picks.tsx';

type Band = RuleSetForm['dimensions'][number]['bands'][number];

type BandRowProps = {
  readonly band: Band;
  readonly change: (band: Band) => void;
  readonly remove: () => void;
};

const ends = {
  low: [
    { value: 'none', label: lightWords.none },
    { value: 'from', label: '≥' },
    { value: 'above', label: '＞' },
  ],
  high: [
    { value: 'none', label: lightWords.none },
    { value: 'to', label: '≤' },
    { value: 'below', label: '＜' },
  ],
} as const;

const keys = { low: ['from', 'above'], high: ['to', 'below'] } as const;

/** One range of the formula's values with its light. */
export function BandRow({ band, change, remove }: BandRowProps) {
  const end = (side: 'low' | 'high') => {
    const [closed, open] = keys[side];
    const kind = band[closed] !== undefined ? closed : band[open] !== undefined ? open : 'none';
    const value = kind === 'none' ? '' : (band[kind] ?? '');
    const set = (as: string, text: string) => {
      const { [closed]: _, [open]: __, ...rest } = band;
      change((as === 'none' ? rest : { ...rest, [as]: text }) as Band);
    };
    return (
      <>
        <Select<string>
          aria-label={lightWords[side]}
          value={kind}
          onChange={(as) => set(as, value === '' ? '0' : value)}
          options={[...ends[side]]}
          style={{ minWidth: 72 }}
        />
        {kind === 'none' ? null : (
          <Input
            className="short"
            aria-label={`${lightWords[side]}的数`}
            inputMode="decimal"
            maxLength={20}
            value={value}
            onChange={(event) => set(kind, event.target.value)}
          />
        )}
      </>
    );
  };
  return (
    <div className="rule-row">
      <Input
        className="short"
        aria-label={lightWords.bandName}
        maxLength={40}
        value={band.id}
        onChange={(event) => change({ ...band, id: event.target.value })}
      />
      {end('low')}
      {end('high')}
      <LightPick light={band.light} pick={(light) => change({ ...band, light })} />
      <MonthsPick of={band} pick={change} />
      <Button onClick={remove}>{lightWords.removeOne}</Button>
    </div>
  );
}
