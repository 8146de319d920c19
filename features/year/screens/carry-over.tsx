import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OutputOf } from '#http/client';
import {
  download,
  Field,
  Filters,
  MoneyUnitSwitch,
  Page,
  PagedTable,
  Panel,
  Refused,
  Shown,
  useAct,
  useMoneyUnit,
  useRoute,
} from '#ui';
import {
  approveCarryOver,
  type CarryOverRow,
  carryOver,
  decideCarryOver,
  exportCarryOver,
} from '../contract.ts';
import { texts } from '../texts.ts';
import { columnsOf, type Draft } from './carry-over-columns.tsx';
import { useYear, YearFilter } from './use-year.tsx';
import './year.css';

type Data = OutputOf<typeof carryOver>;

/** What becomes of each project when its year ends. */
export function Screen() {
  const chosen = useYear();
  if (chosen.year) return <CarryOver {...chosen} year={chosen.year} />;
  return (
    <Page title={texts.carryOver}>
      <Shown query={chosen.choices}>{() => null}</Shown>
    </Page>
  );
}

function CarryOver(chosen: ReturnType<typeof useYear> & { readonly year: number }) {
  const { year } = chosen;
  const { unit } = useMoneyUnit();
  const found = useRoute(carryOver, { year });
  const [failed, fail] = useState<unknown>();
  const save = () => {
    fail(undefined);
    download(exportCarryOver, { year, unit }).catch(fail);
  };
  return (
    <Page
      title={`${year}年${texts.carryOver}`}
      note={<Link href={`/year?year=${year}`}>{texts.backToYear}</Link>}
      acts={
        <>
          <MoneyUnitSwitch />
          <Button onClick={save}>{texts.export}</Button>
        </>
      }
    >
      {failed ? <Refused error={failed} /> : null}
      <div className="filters">
        <YearFilter {...chosen} />
      </div>
      <Shown query={found}>{(data) => <Rows key={data.year} data={data} unit={unit} />}</Shown>
    </Page>
  );
}

function Rows({ data, unit }: { readonly data: Data; readonly unit: string }) {
  const { year, rows, mayDecide, mayApprove, lockedOn } = data;
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [state, setState] = useState<'open' | 'decided' | 'opened'>();
  const decide = useAct(decideCarryOver, () => setDrafts({}));
  const approve = useAct(approveCarryOver);
  const draftOf = (row: CarryOverRow): Draft | undefined => drafts[row.projectId];
  const put = (row: CarryOverRow, more: Partial<Draft>) => {
    const before = draftOf(row) ?? {
      decision: row.decision?.decision ?? row.proposal.decision,
      reason: row.decision?.reason ?? row.proposal.because,
    };
    setDrafts({ ...drafts, [row.projectId]: { ...before, ...more } });
  };
  const undecided = rows.filter((row) => !row.decision && !row.opened);
  const pending = rows.filter((row) => row.decision && !row.opened);
  const takeAll = () =>
    setDrafts({
      ...Object.fromEntries(
        undecided.map(({ projectId, proposal }) => [
          projectId,
          { decision: proposal.decision, reason: proposal.because },
        ]),
      ),
      ...drafts,
    });
  const changed = rows.filter((row) => draftOf(row));
  const bare = changed.filter((row) => draftOf(row)?.reason.trim() === '');
  const shown = rows.filter((row) =>
    state === 'open'
      ? !row.decision
      : state === 'decided'
        ? row.decision && !row.opened
        : state !== 'opened' || row.opened,
  );
  return (
    <Panel title={texts.decisions}>
      <Alert
        type={lockedOn ? 'info' : 'warning'}
        showIcon
        style={{ marginBottom: 12 }}
        title={lockedOn ? texts.decemberLocked(year, lockedOn) : texts.decemberOpen(year)}
      />
      {decide.error ? <Refused error={decide.error} /> : null}
      {approve.error ? <Refused error={approve.error} /> : null}
      <p className="quiet" role="status">
        {texts.carryOverCounts(rows.length, undecided.length, pending.length, data.apart.length)}
      </p>
      <Filters>
        <Field label={texts.state}>
          {(ties) => (
            <Select
              {...ties}
              allowClear
              style={{ minWidth: 140 }}
              placeholder={texts.all}
              value={state ?? null}
              onChange={(value) => setState(value ?? undefined)}
              options={[
                { value: 'open', label: texts.undecided },
                { value: 'decided', label: texts.pending },
                { value: 'opened', label: texts.approved },
              ]}
            />
          )}
        </Field>
      </Filters>
      <PagedTable
        label={texts.carryOver}
        columns={columnsOf({ unit, mayDecide, draftOf, put })}
        rows={shown}
        rowKey={(row) => row.projectId}
        empty={{ why: texts.noProjects(year), remedy: texts.noProjectsRemedy }}
      />
      <div className="acts">
        {mayDecide ? (
          <>
            <Button
              type="primary"
              disabled={changed.length === 0 || bare.length > 0}
              loading={decide.isPending}
              onClick={() =>
                decide.mutate({
                  year,
                  decisions: changed.map((row) => ({
                    ...{ projectId: row.projectId, expectedNumber: row.decision?.number ?? 0 },
                    ...(draftOf(row) as Draft),
                  })),
                })
              }
            >
              {texts.saveDecisions(changed.length)}
            </Button>
            <Button disabled={undecided.length === 0} onClick={takeAll}>
              {texts.takeProposals(undecided.length)}
            </Button>
          </>
        ) : null}
        {mayApprove ? (
          <Button
            disabled={pending.length === 0 || !lockedOn || changed.length > 0}
            loading={approve.isPending}
            onClick={() =>
              approve.mutate({
                year,
                decisions: pending.map(({ projectId, decision }) => ({
                  ...{ projectId, number: decision?.number ?? 0 },
                })),
              })
            }
          >
            {texts.approveDecisions(pending.length, year + 1)}
          </Button>
        ) : null}
      </div>
      {data.apart.length > 0 ? (
        <details>
          <summary>{texts.apartCount(data.apart.length)}</summary>
          <ul>
            {data.apart.map(({ projectId, number, name, reason }) => (
              <li key={projectId}>
                {number} {name}：{reason}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );
}
