import { ensureNotSecret } from '#access';
import { asTableOwner } from '#db/testing';
import { canonicalHash, canonicalJson, type Plain } from '#documents';
import { putFile } from '#files';
import { newId } from '#kernel/id';
import type { Offices } from './fill-side.ts';
import { marksOf, type SideName } from './marks.ts';
import type { OpenedProgram } from './open-program.ts';

const acts = ['submit', 'check', 'countersign', 'sign', 'number', 'seal', 'issue', 'archive'] as const;

/** Where a letter stands after so many of these acts. */
export const letterStates = [
  '拟稿',
  '核稿',
  '会签',
  '签发',
  '编号',
  '用印',
  '印发',
  '已印发',
  '已归档',
] as const;
export type LetterState = (typeof letterStates)[number];

export type PlantedLetter = { readonly id: string; readonly edition: number };
export type PlantedLetters = Readonly<Record<LetterState, PlantedLetter>>;

type Side = {
  readonly name: SideName;
  readonly offices: Offices;
  readonly made: { readonly building: { readonly id: string } };
};

/** A letter in every state to the district of a side, each word of it with the side's mark; and two proposals. */
export async function plantLetters(program: OpenedProgram, cityId: number, side: Side) {
  const { word } = marksOf(side.name);
  const { orgId } = side.offices.district;
  const projectId = side.made.building.id;
  const fileId = await program.inCity(cityId, async (city) => {
    const content = new TextEncoder().encode('%PDF-1.7\n%%EOF\n');
    return (await putFile(city, { name: '函件.pdf', content, ensureNotSecret })).fileId;
  });
  const kept = { fileId, pdfFileId: fileId, docxFileId: fileId, documentNumber: word('函号') };
  const details: Readonly<Record<string, object>> = {
    check: { offices: ['市工业局'] },
    countersign: { office: '市工业局', signer: '负责人' },
    number: { documentNumber: word('函号') },
    seal: { fileId, fileName: '盖章件.pdf' },
    issue: { ...kept, issuedOn: '2023-06-15' },
  };
  const figures = canonicalJson({
    ...{
      schema: 1,
      form: 'reminder',
      city: '某市',
      subject: { kind: 'unit', id: orgId, name: word('对象') },
    },
    ...{ recipient: { id: orgId, name: word('收函单位') }, signs: 'coordinator-head', workingDays: 10 },
    ...{ district: null, month: null, counted: [], rule: null, proposal: null },
  } satisfies Plain);
  const wording = {
    ...{ title: word('函题'), issuer: '市发展局', to: word('主送'), copies: '', meeting: null },
    ...{ facts: word('事由'), requests: word('要求') },
  };
  const planted: Partial<Record<LetterState, PlantedLetter>> = {};
  for (const [at, state] of letterStates.entries()) {
    const id = newId<'letter'>();
    const steps = acts.slice(0, at).map((act) => ({ act, details: details[act] ?? {} }));
    const given = [cityId, id, orgId];
    await asTableOwner(program.db, newLetter, [...given, figures, canonicalHash(figures), projectId]);
    await asTableOwner(program.db, newWording, [cityId, id, JSON.stringify(wording)]);
    await asTableOwner(program.db, newSteps, [...given, JSON.stringify(steps)]);
    planted[state] = { id, edition: 1 + steps.length };
  }
  const proposals = [
    await plantProposal(program, cityId, side, '2023-03'),
    await plantProposal(program, cityId, side, '2023-04'),
  ];
  await asTableOwner(program.db, newDecision, [cityId, proposals[0]]);
  return { letters: planted as PlantedLetters, proposals, letterWording: wording };
}

async function plantProposal(program: OpenedProgram, cityId: number, side: Side, month: string) {
  const { word } = marksOf(side.name);
  const { orgId } = side.offices.district;
  const projectId = side.made.building.id;
  const row = {
    ...{ id: 'red', text: '红灯预警', when: { field: 'light', op: 'eq', value: 'red' }, periods: 1 },
    ...{ document: 'warning', to: 'district', workingDays: 5, signs: 'coordinator-head', priority: 0 },
    basis: '平台默认值',
  };
  const light = { light: 'red', category: 'building', lists: [], planFen: null, planYearFen: null };
  const inputs = canonicalJson({
    ...{ schema: 1, month, newYear: 'restart', table: 'projects', rows: [row], row: 'red' },
    subject: { kind: 'project', id: projectId, name: word('项目'), number: 'XX-1' },
    recipient: { id: orgId, name: word('地区'), instead: false },
    district: word('地区'),
    months: [
      {
        month,
        lockedOn: '2023-05-10',
        actualFen: null,
        completion: null,
        evaluationId: 'e',
        why: null,
        ...light,
      },
    ],
  } satisfies Plain);
  const id = newId<'pressure-proposal'>();
  await asTableOwner(program.db, newProposal, [cityId, id, month, projectId, inputs, canonicalHash(inputs)]);
  return id;
}

const author = `'01890000-0000-7000-8000-000000000009', '他人'`;

const newLetter = `insert into city.letter (city_id, letter_id, form, org_id, signs, working_days, figures, hash,
    project_id, account_id, composed_by, composed_at)
  values ($1, $2, 'reminder', $3, 'coordinator-head', 10, $4, $5, $6, ${author}, now())`;

const newWording = `insert into city.letter_wording (city_id, letter_id, number, wording, account_id, by_name, at)
  values ($1, $2, 1, $3::jsonb, ${author}, now())`;

const newSteps = `insert into city.letter_step (city_id, letter_id, number, org_id, act, details, account_id, by_name, at)
  select $1, $2, step.number, $3, step.value ->> 'act', step.value -> 'details', ${author}, now()
  from jsonb_array_elements($4::jsonb) with ordinality step (value, number)`;

const newProposal = `insert into city.pressure_proposal (city_id, proposal_id, month, subject_kind, subject_id, document,
    inputs, hash, made_by, made_at)
  values ($1, $2, $3, 'project', $4, 'warning', $5, $6, '系统', now())`;

const newDecision = `insert into city.pressure_decision (city_id, proposal_id, number, decision, reason, account_id,
    by_name, at)
  values ($1, $2, 1, 'none', '另有安排', ${author}, now())`;
