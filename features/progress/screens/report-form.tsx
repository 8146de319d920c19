import { Alert, Button } from 'antd';
import { type FormEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { CallRefused } from '#http/client';
import { Panel, Refused, useAct, useMoneyUnit, useRoute } from '#ui';
import { checkReport, type MonthLine, type ReportView, saveReport } from '../contract.ts';
import { texts } from '../texts.ts';
import { NextReport } from './next-report.tsx';
import type { Months } from './project-year.ts';
import { lastReported } from './report-context.tsx';
import { type Draft, draftOf, draftStore, nextDraft, readDraft } from './report-draft.ts';
import { ReportFields } from './report-fields.tsx';
import { StaleReport } from './stale-report.tsx';

const pauseMs = 400;

/** A monthly report as one fills it: typed text survives refusals, reloads and a colleague who was faster. */
export function ReportForm({ months, line }: { readonly months: Months; readonly line: MonthLine }) {
  const { projectId: id } = months;
  const { month, returned } = line;
  const { unit } = useMoneyUnit();
  const store = useMemo(() => draftStore(id, month), [id, month]);
  const fresh = () =>
    line.reported
      ? draftOf(line.reported, unit)
      : nextDraft(lastReported(months, month)?.reported, line.category === 'building', unit);
  const [kept] = useState(() => store.read());
  const [draft, setDraft] = useState<Draft>(() => kept?.draft ?? fresh());
  const [seen, setSeen] = useState(kept?.seen ?? line.reportNumber);
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLFormElement>(null);
  const save = useAct(saveReport, (answer) => {
    store.forget();
    setSeen(answer.report.number);
    setDraft(draftOf(answer.report, draft.unit));
    setTried(false);
  });
  const { facts, errors } = readDraft(draft);
  const contradictions = useContradictions(months, line, draft);
  // A colleague may have filed after this page was opened: then it is a correction of his.
  const corrects = seen > 0 && (line.reported !== null || seen !== line.reportNumber);
  const reasonWanted = corrects && returned === null;

  useEffect(() => first.current?.querySelector('input')?.focus(), []);

  const unexplained =
    reasonWanted && draft.correctionReason.trim() === '' ? { correctionReason: texts.correctionHint } : {};
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    store.keep({ draft: next, seen });
  };
  const send = (expectedNumber: number) => {
    setTried(true);
    const correctionReason = draft.correctionReason.trim() || null;
    if (Object.keys(errors).length > 0 || (reasonWanted && !correctionReason)) return;
    save.mutate({ id, month, expectedNumber, correctionReason, ...facts });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(seen);
  };
  const stale =
    save.error instanceof CallRefused && save.error.code === 'report.stale' ? save.error : undefined;

  return (
    <Panel title={corrects ? texts.change : texts.file}>
      {returned ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={texts.returnedAlert(returned.by, returned.reason)}
        />
      ) : null}
      {kept && !save.isSuccess ? (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={texts.draftKept}
          action={
            <Button
              onClick={() => {
                store.forget();
                setDraft(fresh());
                setSeen(line.reportNumber);
              }}
            >
              {texts.dropDraft}
            </Button>
          }
        />
      ) : null}
      {save.error && !stale ? <Refused error={save.error} /> : null}
      {stale ? (
        <StaleReport
          refused={stale}
          mine={facts}
          unit={draft.unit}
          keepMine={(number) => {
            setSeen(number);
            store.keep({ draft, seen: number });
            setTried(true);
            save.reset();
          }}
          takeTheirs={(number, report: ReportView) => {
            setSeen(number);
            setDraft(draftOf(report, draft.unit));
            store.forget();
            save.reset();
          }}
        />
      ) : null}
      <form ref={first} onSubmit={submit} onKeyDown={onControlEnter} noValidate aria-label={texts.report}>
        <ReportFields
          draft={draft}
          change={change}
          errors={tried ? { ...unexplained, ...errors } : {}}
          refused={save.error}
          contradictions={contradictions}
          before={lastReported(months, month)}
          corrects={corrects}
          reasonWanted={reasonWanted}
        />
        <div className="acts">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {corrects ? texts.submitChange : texts.submit}
          </Button>
          {save.isSuccess ? (
            <span role="status">
              {texts.saved} <NextReport after={id} />
            </span>
          ) : null}
        </div>
      </form>
    </Panel>
  );
}

/** Ctrl+Enter sends also from within a long text. */
function onControlEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
}

/** What the server would say of the figures, asked when typing pauses. */
function useContradictions(months: Months, line: MonthLine, draft: Draft) {
  const [settled, settle] = useState(draft);
  useEffect(() => {
    const timer = setTimeout(() => settle(draft), pauseMs);
    return () => clearTimeout(timer);
  }, [draft]);
  const { facts } = readDraft(settled);
  const { monthFen, cumFen, started, actualStart, entered, enteredOn } = facts;
  const given = { monthFen, cumFen, started, actualStart, entered, enteredOn };
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  const anything = Object.keys(said).length > 0;
  const input = { id: months.projectId, month: line.month, ...said };
  const checked = useRoute(checkReport, input, { enabled: anything });
  return anything ? (checked.data?.contradictions ?? []) : [];
}
