import { Segmented } from 'antd';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { formatMoney } from '#kernel/money';

type ShownUnit = '万元' | '亿元';
const storageKey = 'guatu.money-unit';

type Choice = { readonly unit: ShownUnit; readonly choose: (unit: ShownUnit) => void };
const MoneyContext = createContext<Choice>({ unit: '万元', choose: () => undefined });

/** Each reader chooses 万元 or 亿元 once; every amount on every page follows. */
export function MoneyUnitProvider({ children }: { readonly children: ReactNode }) {
  const [unit, setUnit] = useState<ShownUnit>(() =>
    localStorage.getItem(storageKey) === '亿元' ? '亿元' : '万元',
  );
  const choose = (next: ShownUnit) => {
    localStorage.setItem(storageKey, next);
    setUnit(next);
  };
  return <MoneyContext value={{ unit, choose }}>{children}</MoneyContext>;
}

export function useMoneyUnit(): Choice {
  return useContext(MoneyContext);
}

/** An amount given as a string of fen, in the reader's unit; the unit itself stands in the header. */
export function Money({ fen }: { readonly fen: string | null | undefined }) {
  const { unit } = useMoneyUnit();
  if (fen === null || fen === undefined) return <span className="quiet">—</span>;
  return <span className="number">{formatMoney(BigInt(fen), unit)}</span>;
}

export function MoneyUnitSwitch() {
  const { unit, choose } = useMoneyUnit();
  return (
    <Segmented<ShownUnit>
      aria-label="金额单位"
      options={['万元', '亿元']}
      value={unit}
      onChange={choose}
      size="middle"
    />
  );
}

/** Share of a whole in percent with one decimal; a dash where there is no whole. */
export function Percent({
  part,
  whole,
}: {
  readonly part: string | null | undefined;
  readonly whole: string | null | undefined;
}) {
  if (part === null || part === undefined || !whole || BigInt(whole) === 0n)
    return <span className="quiet">—</span>;
  const tenths = (BigInt(part) * 2000n + BigInt(whole)) / (2n * BigInt(whole));
  return (
    <span className="number">
      {String(tenths / 10n)}.{String(tenths % 10n)}%
    </span>
  );
}
