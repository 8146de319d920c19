import type { InputOf } from '#http/client';
import { formatMoney, parseMoney } from '#kernel/money';
import type { ReportView, saveReport } from '../contract.ts';
import { texts } from '../texts.ts';

export type Unit = '万元' | '亿元';
type Level = InputOf<typeof saveReport>['matterLevel'];

/** What is being typed, as typed: amounts in the unit the form was opened with. */
export type Draft = {
  readonly unit: Unit;
  readonly monthFen: string;
  readonly cumFen: string;
  readonly started: boolean | null;
  readonly actualStart: string;
  readonly entered: boolean | null;
  readonly enteredOn: string;
  readonly progressText: string;
  readonly problem: string;
  readonly matter: string;
  readonly matterLevel: Level | null;
  readonly reporter: string;
  readonly correctionReason: string;
};

export type DraftField = keyof Draft;
type Facts = Omit<InputOf<typeof saveReport>, 'id' | 'month' | 'expectedNumber' | 'correctionReason'>;

export function draftOf(report: ReportView | null, unit: Unit): Draft {
  const amount = (fen: string | null | undefined) => (fen ? exactMoney(BigInt(fen), unit) : '');
  return {
    unit,
    monthFen: amount(report?.monthFen),
    cumFen: amount(report?.cumFen),
    started: report?.started ?? null,
    actualStart: report?.actualStart ?? '',
    entered: report?.entered ?? null,
    enteredOn: report?.enteredOn ?? '',
    progressText: report?.progressText ?? '',
    problem: report?.problem ?? '',
    matter: report?.matter ?? '',
    matterLevel: (report?.matterLevel as Level | undefined) ?? null,
    reporter: report?.reporter ?? '',
    correctionReason: '',
  };
}

/** What does not change from month to month is not asked again. */
export function nextDraft(before: ReportView | null | undefined, building: boolean, unit: Unit): Draft {
  const { started, actualStart, entered, enteredOn, reporter } = draftOf(before ?? null, unit);
  const known = { started: started ?? (building ? true : null), actualStart, entered, enteredOn, reporter };
  return { ...draftOf(null, unit), ...known };
}

/** All digits: what is shown rounded must not be saved rounded. */
export function exactMoney(fen: bigint, unit: Unit): string {
  const text = formatMoney(fen, unit, unit === '亿元' ? 10 : 6);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** The facts a draft states, and what does not read; a field that does not read states nothing. */
export function readDraft(draft: Draft): { facts: Facts; errors: Partial<Record<DraftField, string>> } {
  const errors: Partial<Record<DraftField, string>> = {};
  const amount = (field: 'monthFen' | 'cumFen'): `${bigint}` | null => {
    const text = draft[field].trim().replaceAll('，', ',');
    if (text === '') return null;
    const fen = parseMoney(text, draft.unit);
    if (fen === undefined) errors[field] = texts.notAmount(draft[field]);
    return fen === undefined ? null : `${fen}`;
  };
  const date = (field: 'actualStart' | 'enteredOn'): string | null => {
    const text = draft[field].trim();
    if (text !== '' && !/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text)) {
      errors[field] = texts.notDate(draft[field]);
      return null;
    }
    return text || null;
  };
  const said = (text: string) => text.trim() || null;
  const facts = {
    monthFen: amount('monthFen'),
    cumFen: amount('cumFen'),
    started: draft.started,
    actualStart: date('actualStart'),
    entered: draft.entered,
    enteredOn: date('enteredOn'),
    progressText: said(draft.progressText),
    problem: said(draft.problem),
    matter: said(draft.matter),
    matterLevel: draft.matterLevel ?? null,
    ...(said(draft.reporter) ? { reporter: said(draft.reporter) } : {}),
  };
  return { facts, errors };
}

/** A draft with the number of the report it was made on: what was filed meanwhile is not overwritten unseen. */
export type KeptDraft = { readonly draft: Draft; readonly seen: number };

/** Kept in this tab only: a failed save, a reload or a lost session loses nothing that was typed. */
export function draftStore(projectId: string, month: string) {
  const key = `guatu.report.${projectId}.${month}`;
  return {
    read: (): KeptDraft | undefined => {
      try {
        const kept = sessionStorage.getItem(key);
        return kept ? (JSON.parse(kept) as KeptDraft) : undefined;
      } catch {
        return undefined;
      }
    },
    keep: (kept: KeptDraft) => sessionStorage.setItem(key, JSON.stringify(kept)),
    forget: () => sessionStorage.removeItem(key),
  };
}
