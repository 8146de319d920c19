import type { PlainDate } from './plain-date.ts';
import { defineRefusals, ensure, type RefusalDefinition } from './refusal.ts';

/** The refusals of a kind of document under its own prefix: `bulletin.not_now`, `bulletin.drafter`, `bulletin.office_not_asked`. */
export function defineFlowRefusals(prefix: string, document: string): void {
  const refusals: Readonly<Record<string, RefusalDefinition>> = {
    not_now: {
      status: 409,
      text: `${document}现处于“{state}”，不能{act}。请刷新后查看现在该谁办理`,
    },
    drafter: {
      status: 409,
      text: '{act}须由未参与拟稿、改稿、送核的人员办理：{name}拟过或改过这份稿子，请换人办理',
    },
    office_not_asked: { status: 422, text: '会签单位中没有“{office}”，或者该单位已经会签' },
  };
  defineRefusals(
    Object.fromEntries(Object.entries(refusals).map(([code, text]) => [`${prefix}.${code}`, text])),
  );
}

export const flowStates = [
  'drafting',
  'checking',
  'countersigning',
  'signing',
  'numbering',
  'sealing',
  'issuing',
  'issued',
  'archived',
] as const;
export type FlowState = (typeof flowStates)[number];

export const flowActs = [
  'submit',
  'return',
  'check',
  'countersign',
  'sign',
  'number',
  'seal',
  'issue',
  'archive',
  'release',
] as const;
export type FlowAct = (typeof flowActs)[number];

/** Where an act may be done. What it leads to follows from the steps. */
export const actStates: Readonly<Record<FlowAct, readonly FlowState[]>> = {
  submit: ['drafting'],
  return: ['checking', 'countersigning', 'signing'],
  check: ['checking'],
  countersign: ['countersigning'],
  sign: ['signing'],
  number: ['numbering'],
  seal: ['sealing'],
  issue: ['issuing'],
  archive: ['issued'],
  release: ['issued', 'archived'],
};

/** What a step carries beside its author and opinion. */
export type StepDetails = {
  /** check: the offices asked to countersign; none: straight to signing. */
  readonly offices?: readonly string[];
  /** countersign: for which office, and who signed there. */
  readonly office?: string;
  readonly signer?: string;
  /** number: 第N期 and 文号, from the office's own system. */
  readonly issue?: number;
  readonly documentNumber?: string | null;
  /** seal: the scanned copy. */
  readonly fileId?: string;
  readonly fileName?: string;
  /** issue: the day, and the document as it was issued; of a letter its number and seal again, for who sees no earlier step. */
  readonly issuedOn?: PlainDate;
  readonly pdfFileId?: string;
  readonly docxFileId?: string;
  /** issue of a letter: the matter it opened. */
  readonly matterId?: string;
  /** archive: 档号. */
  readonly archiveNumber?: string | null;
  /** release: the secrecy review. */
  readonly reviewer?: string;
  readonly reviewedOn?: PlainDate;
};

export type Step = {
  readonly number: number;
  readonly act: FlowAct;
  readonly opinion: string | null;
  readonly details: StepDetails;
  readonly accountId: string;
  readonly personId: string | null;
  readonly by: string;
  readonly at: Date;
};

export type Standing = {
  readonly state: FlowState;
  /** Asked to countersign and have not yet. */
  readonly waitingFor: readonly string[];
  readonly issue: number | null;
  readonly documentNumber: string | null;
  readonly sealFileId: string | null;
  readonly issuedOn: PlainDate | null;
  readonly pdfFileId: string | null;
  readonly docxFileId: string | null;
  readonly released: boolean;
};

const atFirst: Standing = {
  ...{ state: 'drafting', waitingFor: [], issue: null, documentNumber: null, sealFileId: null },
  ...{ issuedOn: null, pdfFileId: null, docxFileId: null, released: false },
};

/** Where a document stands after its steps: 拟稿 → 核稿 → 会签 → 签发 → 编号 → 用印 → 印发 → 归档. */
export function standingOf(steps: readonly Pick<Step, 'act' | 'details'>[]): Standing {
  return steps.reduce(after, atFirst);
}

function after(standing: Standing, { act, details }: Pick<Step, 'act' | 'details'>): Standing {
  const { issue = null, documentNumber = null, fileId: sealFileId = null } = details;
  switch (act) {
    case 'submit':
      return { ...standing, state: 'checking' };
    case 'return':
      return atFirst;
    case 'check': {
      const waitingFor = details.offices ?? [];
      return { ...standing, waitingFor, state: waitingFor.length > 0 ? 'countersigning' : 'signing' };
    }
    case 'countersign': {
      const waitingFor = standing.waitingFor.filter((office) => office !== details.office);
      return { ...standing, waitingFor, state: waitingFor.length > 0 ? 'countersigning' : 'signing' };
    }
    case 'sign':
      return { ...standing, state: 'numbering' };
    case 'number':
      return { ...standing, state: 'sealing', issue, documentNumber };
    case 'seal':
      return { ...standing, state: 'issuing', sealFileId };
    case 'issue': {
      const { issuedOn = null, pdfFileId = null, docxFileId = null } = details;
      return {
        ...{ ...standing, state: 'issued', issuedOn, pdfFileId, docxFileId },
        documentNumber: documentNumber ?? standing.documentNumber,
        sealFileId: sealFileId ?? standing.sealFileId,
      };
    }
    case 'archive':
      return { ...standing, state: 'archived' };
    case 'release':
      return { ...standing, released: true };
  }
}

/** Refuses an act out of its turn. */
export function ensureTurn({ state }: Standing, act: FlowAct, names: FlowNames): void {
  const now = { state: names.states[state], act: names.acts[act] };
  ensure(actStates[act].includes(state), `${names.prefix}.not_now`, now);
}

/** How one kind of document is called along its way, and the prefix of its refusals. */
export type FlowNames = {
  readonly prefix: string;
  readonly states: Readonly<Record<FlowState, string>>;
  readonly acts: Readonly<Record<FlowAct, string>>;
};

/** Only an office that was asked countersigns, and once. */
export function ensureAsked({ waitingFor }: Standing, office: string, { prefix }: FlowNames): void {
  ensure(waitingFor.includes(office), `${prefix}.office_not_asked`, { office });
}

export type Author = { readonly accountId: string; readonly personId: string | null; readonly name: string };

/** The acts that whoever wrote the document must leave to others. */
export const actsOfOthers: readonly FlowAct[] = ['check', 'sign'];

/** By account and by person: two accounts of one person are one. */
export function ensureNotAuthor(
  who: { readonly accountId: string; readonly personId?: string | null | undefined; readonly name: string },
  authors: readonly Author[],
  act: FlowAct,
  { prefix, acts }: FlowNames,
): void {
  const wrote = authors.some(
    ({ accountId, personId }) =>
      accountId === who.accountId || (personId !== null && personId === (who.personId ?? null)),
  );
  ensure(!wrote, `${prefix}.drafter`, { act: acts[act], name: who.name });
}
