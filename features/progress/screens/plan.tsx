import { Alert, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { CallRefused, type InputOf } from '#http/client';
import { formatMoney, parseMoney } from '#kernel/money';
import { Field, Page, Panel, Refused, type ScreenProps, Shown, useAct, useMoneyUnit, useRoute } from '#ui';
import { type PlanVersionView, projectMonths, savePlan } from '../contract.ts';
import { texts } from '../texts.ts';
import type { Months } from './project-year.ts';
import { exactMoney } from './report-draft.ts';

/** A year's plan: twelve months, the year, and for every version but the first why and by whom approved. */
export function Screen({ params }: ScreenProps) {
  const months = useRoute(projectMonths, {
    id: params['projectId'] as InputOf<typeof projectMonths>['id'],
    year: Number(params['year']),
  });
  return <Shown query={months}>{(data) => <PlanForm months={data} />}</Shown>;
}

function PlanForm({ months }: { readonly months: Months }) {
  const { projectId: id, year, name } = months;
  const standing = months.planVersions.at(-1);
  const { unit: chosen } = useMoneyUnit();
  const [unit] = useState(chosen);
  const typed = (fen: string | null | undefined) => (fen ? exactMoney(BigInt(fen), unit) : '');
  const [amounts, setAmounts] = useState<readonly string[]>(() =>
    Array.from({ length: 12 }, (_, at) => typed(standing?.monthsFen[at])),
  );
  const [total, setTotal] = useState(() => typed(standing?.totalFen));
  const [reason, setReason] = useState('');
  const [approver, setApprover] = useState('');
  const [seen, setSeen] = useState(months.planNumber);
  const [, go] = useLocation();
  const back = `/projects/${id}/months?year=${year}`;
  const save = useAct(savePlan, () => go(back));
  const read = (text: string) => (text.trim() === '' ? null : parseMoney(text, unit));
  const monthsFen = amounts.map(read);
  const totalFen = read(total);
  const sum = monthsFen.reduce<bigint>((all, fen) => all + (fen ?? 0n), 0n);
  const difference = sum - (totalFen ?? 0n);
  const stale =
    save.error instanceof CallRefused && save.error.code === 'plan.stale' ? save.error : undefined;
  const unreadable = [...monthsFen, totalFen].includes(undefined);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (unreadable) return;
    const wire = (fen: bigint | null | undefined) =>
      fen === null || fen === undefined ? null : (`${fen}` as const);
    save.mutate({
      ...{ id, year, expectedNumber: seen, monthsFen: monthsFen.map(wire), totalFen: wire(totalFen) },
      ...{ reason: reason.trim() || null, approver: approver.trim() || null },
    });
  };
  const amount = (
    label: string,
    value: string,
    fen: bigint | null | undefined,
    change: (text: string) => void,
  ) => (
    <Field key={label} label={label} error={fen === undefined ? texts.notAmount(value) : undefined}>
      {(ties) => (
        <Input
          {...ties}
          inputMode="decimal"
          className="number"
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <Page
      title={`${name}：${year}年${texts.plan}`}
      note={
        <>
          金额单位：{unit}。<Link href={back}>{texts.back}</Link>
        </>
      }
    >
      <Panel>
        {save.error ? <Refused error={save.error} /> : null}
        {stale ? (
          <Standing
            version={stale.details['standing'] as PlanVersionView}
            unit={unit}
            take={(version) => {
              setSeen(version.number);
              save.reset();
            }}
          />
        ) : null}
        <form onSubmit={submit} noValidate aria-label={texts.plan}>
          <div
            style={{
              display: 'grid',
              gap: '0 16px',
              gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))',
            }}
          >
            {amounts.map((value, at) =>
              amount(`${at + 1}月`, value, monthsFen[at], (text) => setAmounts(amounts.with(at, text))),
            )}
            {amount(texts.planYear, total, totalFen, setTotal)}
          </div>
          <p role="status">
            {texts.monthsSum} {formatMoney(sum, unit)}
            {difference === 0n ? '，与全年计划一致。' : null}
          </p>
          {difference !== 0n && !unreadable ? (
            <Alert type="warning" showIcon title={texts.planMismatch(formatMoney(difference, unit), unit)} />
          ) : null}
          {seen > 0 ? (
            <div className="columns" style={{ marginTop: 12 }}>
              <Field label={texts.reason} required>
                {(ties) => (
                  <Input
                    {...ties}
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
                    maxLength={100}
                    value={approver}
                    onChange={(event) => setApprover(event.target.value)}
                  />
                )}
              </Field>
            </div>
          ) : null}
          <div className="acts">
            <Button type="primary" htmlType="submit" loading={save.isPending} disabled={unreadable}>
              {texts.save}
            </Button>
          </div>
        </form>
      </Panel>
    </Page>
  );
}

/** The version somebody else approved meanwhile, beside the one in the form. */
function Standing(props: {
  readonly version: PlanVersionView;
  readonly unit: '万元' | '亿元';
  readonly take: (version: PlanVersionView) => void;
}) {
  const { version, unit, take } = props;
  const shown = (fen: string | null) => (fen === null ? '—' : formatMoney(BigInt(fen), unit));
  return (
    <section aria-label={texts.stale}>
      <p>
        第 {version.number} 版（{version.recordedBy}）：{version.monthsFen.map(shown).join('、')}；
        {texts.planYear} {shown(version.totalFen)}。{texts.staleNote}
      </p>
      <Button onClick={() => take(version)} style={{ marginBottom: 12 }}>
        {texts.keepMine}
      </Button>
    </section>
  );
}
