import { sealAudit } from '#access';
import { findOrganisation, type OrgId } from '#engines/registry';
import * as bulletins from '../../../features/bulletins/contract.ts';
import * as intake from '../../../features/intake/contract.ts';
import * as lightNotes from '../../../features/light-notes/contract.ts';
import * as lists from '../../../features/lists/contract.ts';
import * as progress from '../../../features/progress/contract.ts';
import * as projects from '../../../features/projects/contract.ts';
import * as reporting from '../../../features/reporting/contract.ts';
import type { Client } from '../../../packages/http/make-client.ts';
import { daysOfMay } from './days-of-may.ts';
import { fillAttachments } from './fill-attachments.ts';
import { cardOf, fillOffice, fillProjects, fillYear, type Offices } from './fill-side.ts';
import { marksOf, type SideName } from './marks.ts';
import type { OpenedProgram } from './open-program.ts';
import { plantBulletins } from './plant-bulletins.ts';
import { plantCommitment } from './plant-commitment.ts';
import { plantLetters } from './plant-letters.ts';
import { plantExcludedPeriod, plantMatters } from './plant-matters.ts';
import { plantMeetings, plantSideMeeting } from './plant-meetings.ts';
import { plantMessages } from './plant-messages.ts';
import { plantOverlays } from './plant-overlays.ts';
import { plantPetitions, plantPublicPetition } from './plant-petitions.ts';
import { plantPolicies } from './plant-policies.ts';
import { plantReturns, templateFile } from './plant-returns.ts';
import { plantStarts, plantTargets } from './plant-targets.ts';
import { plantVisit } from './plant-visits.ts';
import { plantYear } from './plant-year.ts';
import { nobody, seat } from './seat-people.ts';
import { cityRoles, type Seat, scopedRoles } from './seats.ts';
import { listWorkbook } from './workbook.ts';

const names = {
  east: { district: '东江区', works: '东江建设公司', department: '市工业局', secretary: '东江秘书' },
  west: { district: '西江区', works: '西江建设公司', department: '市交通局', secretary: '西江秘书' },
} as const;

/** With which office somebody in the role has to do. */
export const officeOf = {
  filler: 'works',
  'district-filler': 'district',
  'district-reviewer': 'district',
  department: 'department',
  secretary: 'district',
} as const;

/** Two districts that hold the same of everything, and one person in every role. */
export async function fillCity(program: OpenedProgram, cityId: number) {
  program.goToFirstDay();
  const seats: Seat[] = [nobody];
  for (const role of cityRoles) seats.push(await seat(program, cityId, { login: role, role }));
  const called = (login: string) => program.callAs(seats.find((one) => one.login === login) as Seat);
  const clerk = called('coordinator-clerk');
  const orgOf = (name: string) =>
    program.inCity(cityId, async (city) => (await findOrganisation(city, name))?.orgId as OrgId);

  async function fillSide(side: SideName) {
    const { phone } = marksOf(side);
    const office = async (name: string, n: number) =>
      fillOffice(clerk, await orgOf(name), `${name}负责人`, phone(n));
    const offices: Offices = {
      district: await office(names[side].district, 1),
      works: await office(names[side].works, 2),
      department: await office(names[side].department, 3),
    };
    const secretary = await fillOffice(clerk, offices.district.orgId, names[side].secretary, phone(4));
    for (const role of scopedRoles) {
      const personal =
        role === 'secretary' ? { personId: secretary.personId } : { orgId: offices[officeOf[role]].orgId };
      seats.push(await seat(program, cityId, { login: `${side}-${role}`, role, side, ...personal }));
    }
    const [filler, reviewer] = [called(`${side}-district-filler`), called(`${side}-district-reviewer`)];
    const person = { id: secretary.personId, name: names[side].secretary };
    const card = cardOf(side, offices, person);
    const made = await fillProjects(filler, side, card);
    const attachments = await fillAttachments(filler, side, made);
    const laterOn = async () => {
      await fillYear({ clerk, filler, reviewer }, side, made);
      await plantStarts({ filler, reviewer }, side, made);
      await fillHistory({ clerk, filler }, side, made);
    };
    return { name: side, offices, secretary, secretaryName: person.name, card, made, attachments, laterOn };
  }

  const both = { east: await fillSide('east'), west: await fillSide('west') };
  await program.goToToday();
  await clerk(reporting.assignPeriod, { ...daysOfMay, steps: [...daysOfMay.steps] });
  for (const side of Object.values(both)) await side.laterOn();
  const office = called('government-office');
  const plantSide = async (side: typeof both.east) => ({
    ...side,
    commitment: await plantCommitment(program, cityId, side),
    visit: await plantVisit(called(`${side.name}-secretary`), side),
    matters: await plantMatters(program, cityId, side),
    petitions: await plantPetitions(program, cityId, side),
    pressure: await plantLetters(program, cityId, side),
    policies: await plantPolicies(
      program,
      cityId,
      {
        ...{ clerk, head: called('coordinator-head') },
        units: [called(`${side.name}-district-reviewer`), called(`${side.name}-department`)],
      },
      side,
    ),
    meeting: await plantSideMeeting(office, called(`${side.name}-district-reviewer`), side),
  });
  const sides = { east: await plantSide(both.east), west: await plantSide(both.west) };
  const meetings = await plantMeetings(office, sides.east);
  await plantExcludedPeriod(program, cityId);
  const petition = await plantPublicPetition(program, cityId);
  await plantTargets(
    clerk,
    Object.values(sides).map((side) => side.offices),
  );
  const targets = {
    business: await seat(program, cityId, { login: 'target', role: 'leader' }),
    administrator: await seat(program, cityId, { login: 'target-admin', role: 'audit-admin' }),
  };
  const imports = await fillImports(clerk, called('coordinator-head'));
  const returns = await plantReturns(program, cityId, clerk);
  const template = await templateFile();
  const { fileId: templateId } = await clerk(intake.takeTemplate, { file: template });
  await clerk(progress.evaluateLights, { asOf: '2023-06-20' });
  for (const { made } of Object.values(sides)) {
    const light = { id: made.building.id, month: '2023-05' as const, expectedNumber: 0 };
    const rated = { ...light, confidence: 'medium' as const, reason: '抽查' };
    await called('supervision-office')(lightNotes.rateConfidence, rated);
  }
  const heads = { clerk, head: called('coordinator-head') };
  const windowId = await plantYear(program, cityId, heads, Object.values(sides));
  const planted = await plantBulletins(program, cityId, clerk);
  const { wording } = await clerk(bulletins.viewBulletin, { id: planted.拟稿.id as never });
  const overlays = await plantOverlays(
    called('system-admin'),
    called('security-admin'),
    called('coordinator-head'),
  );
  const tellers = { technician: called('system-admin'), reader: program.callAs(targets.business) };
  const messages = await plantMessages(program, cityId, tellers, Object.values(sides));
  await sealAudit(program.db, cityId);
  const standing = {
    east: await standingOf(clerk, sides.east.made),
    west: await standingOf(clerk, sides.west.made),
  };
  return {
    cityId,
    seats,
    sides,
    standing,
    targets,
    imports,
    ...{ returns, template, templateId, meetings, petition },
    bulletins: planted,
    windowId,
    overlays,
    messages,
    wording,
    planningId: await orgOf('市发展局'),
  };
}

export type FilledCity = Awaited<ReturnType<typeof fillCity>>;
export type Side = FilledCity['sides']['east'];

/** Versions as they are when everything is filled in, and the evaluation of the project that is being built. */
async function standingOf(clerk: Client, made: Awaited<ReturnType<typeof fillProjects>>) {
  const versions = new Map<string, number>();
  for (const { id } of Object.values(made)) {
    versions.set(id, (await clerk(projects.readProject, { id })).version);
  }
  const { months } = await clerk(progress.projectMonths, { id: made.building.id, year: 2023 });
  const evaluationId = months.find(({ light }) => light)?.light?.evaluationId;
  if (!evaluationId) throw new Error('the project that is being built has no light');
  return { versions, evaluationId };
}

/** What leaves a trace on a card: an edit with its reason, a stage with its evidence, an exception, a link, a fact. */
async function fillHistory(
  { clerk, filler }: { readonly clerk: Client; readonly filler: Client },
  side: SideName,
  made: Awaited<ReturnType<typeof fillProjects>>,
): Promise<void> {
  const { word } = marksOf(side);
  const { id, version } = made.moving;
  const edit = { id, version, detail: { remark: word('改后备注') }, reason: word('修改理由') };
  const edited = await filler(projects.editProject, edit);
  const evidence = [{ kind: 'construction-permit', reference: word('许可证号'), note: word('佐证说明') }];
  const move = {
    id,
    version: edited.version,
    to: 'started',
    on: '2023-06-01' as const,
    evidence,
    reason: word('变更说明'),
  };
  await filler(projects.changeStage, move);
  await filler(projects.recordStatistics, { id, entered: false, source: word('入统依据') });
  const listed = { year: 2023, projectId: made.building.id };
  await clerk(lists.putOnList, { ...listed, list: 'yearly', fromOn: '2023-01-01' });
  await clerk(lists.putOnList, { ...listed, list: 'watch', fromOn: '2023-01-01' });
  const other = { otherId: made.building.id, reason: word('关联理由') };
  await clerk(projects.linkProject, { id: made.started.id, kind: 'related', ...other });
}

/** A workbook in every state an import can have. */
async function fillImports(clerk: Client, head: Client) {
  const take = (name: string) => clerk(intake.takeWorkbook, listWorkbook(name));
  const write = async (importId: Awaited<ReturnType<typeof take>>['run']['importId'], version: number) => {
    await clerk(intake.confirmImport, { importId, version, acceptGood: true, acceptSimilar: [] });
    return (await clerk(intake.viewImport, { importId })).run;
  };
  const { run: read } = await take('待写入');
  const columns = [{ header: '建设内容', field: 'content' }];
  await clerk(intake.correctMapping, { importId: read.importId, version: read.version, columns });
  const { run: taken } = await take('已写入');
  const written = await write(taken.importId, taken.version);
  const { run: unwanted } = await take('已放弃');
  await clerk(intake.discardImport, { importId: unwanted.importId, version: unwanted.version });
  const discarded = (await clerk(intake.viewImport, { importId: unwanted.importId })).run;
  const { run: again } = await take('已撤销');
  const { importId, version } = await write(again.importId, again.version);
  await head(intake.undoImport, { importId, version, reason: '报错了工作簿' });
  const undone = (await clerk(intake.viewImport, { importId })).run;
  return {
    read: (await clerk(intake.viewImport, { importId: read.importId })).run,
    written,
    discarded,
    undone,
  };
}
