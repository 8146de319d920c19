import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { City } from '#access';
import { standingReports } from '#engines/indicators';
import { projectIndex } from '#engines/registry';
import type { Month } from '#kernel/month';
import { readWorkbook, tableBytes } from '#sheets';
import {
  type DemonstrationCity,
  demonstrationCity,
  type Person,
} from '../../bulletins/test/demonstration-city.ts';
import * as intake from '../../intake/contract.ts';
import * as workbooks from '../contract.ts';
import { amount, fillIn, type Typed, words } from './fill-in.ts';

const month: Month = '2023-10';

let city: DemonstrationCity;
let clerk: Person;
let head: Person;
let filler: Person;
let guest: Person;
let offices: workbooks.OfficeView[];

beforeAll(async () => {
  city = await demonstrationCity();
  city.on('2023-11-08');
  [clerk, head] = [await city.person('keyuan'), await city.person('chuzhang')];
  [filler, guest] = [await city.person('qutianbao'), await city.person('fangke')];
  offices = (await clerk.call(workbooks.listOffices, { month, by: 'district' })).offices;
}, 180_000);
afterAll(() => city?.close());

const typed = (wan: number): Typed => ({
  本月完成投资: amount(1),
  本年累计完成投资: amount(wan),
  形象进度: words('主体施工'),
});

async function issued(office: string, by: workbooks.OfficeKind = 'district', person = clerk) {
  return person.call(workbooks.issueWorkbook, { month, by, office });
}

async function opened(person: Person) {
  const { batchId } = await person.call(intake.openReturns, { month });
  const take = (name: string, bytes: Uint8Array) =>
    person.call(intake.takeReturn, { batchId, file: { name, bytes } });
  const view = () => person.call(intake.viewReturns, { batchId });
  return { batchId, take, view };
}

const reports = () => city.inCity((one: City) => standingReports(one, { first: month, last: month }));
const numbers = () =>
  city.inCity(
    async (one) => new Map((await projectIndex(one, 2023)).map((p) => [p.projectId as string, p.number])),
  );

describe('twenty returns dropped at once', () => {
  test('are read by the office that filled them in, merged, written in one act and taken back in one', async () => {
    const batch = await opened(clerk);
    for (const { office, name } of offices) {
      const { bytes } = await issued(office);
      await batch.take(`${name}.xlsx`, await fillIn(bytes, (_number, at) => typed(5000 + at)));
    }
    const before = await batch.view();
    expect(before.files.map(({ office, certain }) => [office, certain])).toEqual(
      offices.map(({ name }) => [name, true]),
    );
    expect(before.fates).toMatchObject({ rejected: 0, unknown: 0, similar: 0, outside: 0, blank: 0 });
    expect(before.fates.good).toBe(offices.reduce((sum, { projects }) => sum + projects, 0));
    expect(before.offices.every(({ left }) => left === 0)).toBe(true);
    expect([before.contests, before.agreed]).toEqual([[], 0]);
    expect(await reports()).toEqual([]);

    const decision = { batchId: batch.batchId, acceptGood: false, confirmed: [], stands: [] };
    const written = await clerk.call(intake.writeReturns, { ...decision, version: before.batch.version });
    expect(written).toEqual({ written: before.fates.good, files: offices.length });
    expect((await reports()).length).toBe(before.fates.good);
    const after = await batch.view();
    expect(after.batch).toMatchObject({ status: 'written', written: before.fates.good });

    const undo = { batchId: batch.batchId, reason: '报错月份', version: after.batch.version };
    await expect(clerk.call(intake.undoReturns, undo)).rejects.toMatchObject({ code: 'access.denied' });
    await head.call(intake.undoReturns, undo);
    expect(await reports()).toEqual([]);
    expect((await batch.view()).batch).toMatchObject({ status: 'undone', undoneReason: '报错月份' });
  });

  test('leave what nobody filled in for later, and say which office is still missing', async () => {
    const [one, other] = offices.filter(({ projects }) => projects > 2);
    const batch = await opened(clerk);
    const { bytes } = await issued(one!.office);
    await batch.take(
      '只填一行.xlsx',
      await fillIn(bytes, (_number, at) => (at === 0 ? typed(9) : undefined)),
    );
    const view = await batch.view();
    expect(view.fates).toMatchObject({ good: 1, blank: one!.projects - 1 });
    expect(view.files[0]).toMatchObject({ errors: 0 });
    const state = (office: string) => view.offices.find((of) => of.office === office);
    expect(state(one!.office)).toMatchObject({ here: 1, left: one!.owing - 1 });
    expect(state(other!.office)).toMatchObject({ here: 0, left: other!.owing });
    const { version } = view.batch;
    await clerk.call(intake.discardReturns, { batchId: batch.batchId, version });
    await expect(batch.take('太晚.xlsx', bytes)).rejects.toMatchObject({ code: 'returns.not_waiting' });
  });
});

describe('two offices that say different things of one project', () => {
  test('are shown side by side, and nothing is written before a person has chosen who stands', async () => {
    const departments = (await clerk.call(workbooks.listOffices, { month, by: 'department' })).offices;
    const department = departments.find(({ office }) => office !== 'none')!;
    const batch = await opened(clerk);
    const lead = await fillIn((await issued(department.office, 'department')).bytes, (_n, at) =>
      typed(100 + at),
    );
    await batch.take('部门.xlsx', lead);
    const mine = new Set<string>();
    await fillIn((await issued(department.office, 'department')).bytes, (number) => void mine.add(number));
    for (const { office, name } of offices) {
      const { bytes } = await issued(office);
      const same = await fillIn(bytes, (number) => (mine.has(number) ? typed(7777) : undefined));
      await batch.take(`${name}.xlsx`, same);
    }
    const view = await batch.view();
    expect(view.contests.map(({ key }) => key).sort()).toEqual([...mine].sort());
    const [contest] = view.contests;
    expect(contest?.differ).toEqual(['cumFen']);
    expect(contest?.contenders).toHaveLength(2);
    const { batchId, version } = view.batch;
    const decision = { batchId, version, acceptGood: false, confirmed: [] };
    const first = view.contests
      .slice(1)
      .map(({ key, contenders }) => ({ key, importId: contenders[0]!.importId }));
    const undecided = clerk.call(intake.writeReturns, { ...decision, stands: first });
    await expect(undecided).rejects.toMatchObject({ code: 'returns.unresolved' });
    expect(await reports()).toEqual([]);

    const last = { key: contest!.key, importId: contest!.contenders[1]!.importId };
    await clerk.call(intake.writeReturns, { ...decision, stands: [...first, last] });
    const [filed, keys] = [await reports(), await numbers()];
    expect(filed).toHaveLength(mine.size);
    const cumulative = new Map(filed.map(({ subjectId, cumFen }) => [keys.get(subjectId), cumFen]));
    expect(cumulative.get(contest!.key)).toBe(7_777_000_000n);
    for (const { key } of first) expect(cumulative.get(key)).toBeLessThan(1_000_000_000n);
    const { version: now } = (await batch.view()).batch;
    await head.call(intake.undoReturns, { batchId, reason: '试验', version: now });
  });

  test('count once where they say the same', async () => {
    const [{ office }] = offices as [workbooks.OfficeView];
    const { bytes } = await issued(office);
    const batch = await opened(clerk);
    await batch.take('一.xlsx', await fillIn(bytes, () => typed(3)));
    await batch.take('二.xlsx', await fillIn(bytes, () => ({ ...typed(3), 填报人: words('李四') })));
    expect(await batch.view()).toMatchObject({ contests: [], agreed: offices[0]!.projects });
  });
});

describe('a file that does not belong', () => {
  test.each([
    ['no workbook', () => Buffer.from('%PDF-1.4 …'), 'sheets.not_a_workbook'],
    ['empty', () => Buffer.alloc(0), 'sheets.empty_file'],
    [
      'without any table of projects',
      () => tableBytes([{ sheet: 'x', columns: [], rows: [] }]),
      'import.no_table',
    ],
  ] as const)('is refused by itself (%s) and the rest of the batch stands', async (_what, bytes, code) => {
    const batch = await opened(clerk);
    const { bytes: good } = await issued(offices[0]!.office);
    await batch.take('好.xlsx', await fillIn(good, () => typed(1)));
    await expect(batch.take('坏.xlsx', await bytes())).rejects.toMatchObject({ code });
    expect((await batch.view()).files.map(({ fileName }) => fileName)).toEqual(['好.xlsx']);
  });

  test('is refused the second time, and can be taken out again', async () => {
    const batch = await opened(clerk);
    const { bytes } = await issued(offices[0]!.office);
    const { importId } = await batch.take('一.xlsx', bytes);
    await expect(batch.take('二.xlsx', bytes)).rejects.toMatchObject({ code: 'returns.same_file' });
    await clerk.call(intake.dropReturn, { batchId: batch.batchId, importId });
    expect((await batch.view()).files).toEqual([]);
    const alone = { importId, version: 1, acceptGood: true, acceptSimilar: [] };
    await expect(clerk.call(intake.confirmImport, alone)).rejects.toMatchObject({ status: 409 });
  });

  test('issued for another month is left out and says so', async () => {
    const batch = await opened(clerk);
    const { office } = offices[0]!;
    const august = await clerk.call(workbooks.issueWorkbook, { month: '2023-08', by: 'district', office });
    await batch.take('八月.xlsx', await fillIn(august.bytes, () => typed(1)));
    const view = await batch.view();
    expect(view.files[0]).toMatchObject({ leftOut: 'other-month', issuedFor: '2023-08' });
    expect(view.fates.good).toBe(0);
    const { batchId, version } = view.batch;
    const decision = { batchId, version, acceptGood: true, confirmed: [], stands: [] };
    await expect(clerk.call(intake.writeReturns, decision)).rejects.toMatchObject({
      code: 'returns.nothing_good',
    });
  });

  test('has its errors marked in a copy; one bad row holds back the whole batch unless a person lets it go', async () => {
    const batch = await opened(clerk);
    const { bytes } = await issued(offices.find(({ projects }) => projects > 1)!.office);
    const bad = await fillIn(bytes, (_n, at) =>
      at === 0 ? { ...typed(1), 本月完成投资: words('三百多') } : typed(2),
    );
    const { importId } = await batch.take('错.xlsx', bad);
    const { batchId } = batch;
    const view = await batch.view();
    expect(view.files[0]).toMatchObject({ fates: { rejected: 1 } });
    const { findings } = await clerk.call(intake.returnFindings, { batchId, importId });
    expect(findings.some(({ code }) => code === 'amount-unreadable')).toBe(true);
    const copy = await clerk.call(intake.returnMarked, { batchId, importId });
    const marked = await readWorkbook(copy.bytes, { name: copy.name });
    expect(marked.sheets.map(({ name }) => name)).toContain('检查结果');
    const decision = { batchId, version: view.batch.version, confirmed: [], stands: [] };
    const held = clerk.call(intake.writeReturns, { ...decision, acceptGood: false });
    await expect(held).rejects.toMatchObject({ code: 'import.has_errors' });
    const released = await clerk.call(intake.writeReturns, { ...decision, acceptGood: true });
    expect(released.written).toBe(view.fates.good);
    await head.call(intake.undoReturns, {
      batchId,
      reason: '试验',
      version: (await batch.view()).batch.version,
    });
  });
});

describe('a district with its own returns', () => {
  test('gets its own workbook, drops it, and reports by it; rows of others are held apart', async () => {
    const mine = (await filler.call(workbooks.listOffices, { month, by: 'district' })).offices;
    expect(mine).toHaveLength(1);
    const [own] = mine;
    const other = offices.find(({ office }) => office !== own!.office)!;
    await expect(issued(other.office, 'district', filler)).rejects.toMatchObject({ code: 'access.denied' });
    const batch = await opened(filler);
    const { bytes } = await issued(own!.office, 'district', filler);
    await batch.take('本区.xlsx', await fillIn(bytes, () => typed(6)));
    const foreign = await issued(other.office);
    await batch.take('别区.xlsx', await fillIn(foreign.bytes, () => typed(6)));
    const view = await batch.view();
    expect(view.fates).toMatchObject({ good: own!.projects, outside: other.projects });
    expect(view.offices.map(({ office }) => office)).toEqual([own!.office]);
    const { batchId, version } = view.batch;
    const decision = { batchId, version, acceptGood: false, confirmed: [], stands: [] };
    const written = await filler.call(intake.writeReturns, decision);
    expect(written.written).toBe(own!.projects);
    const keys = await numbers();
    const filed = (await reports()).map(({ subjectId }) => keys.get(subjectId));
    expect(filed).toHaveLength(own!.projects);
  });

  test('does not see the batches of others; the coordinating office sees all', async () => {
    const theirs = await opened(clerk);
    const { bytes } = await issued(offices[0]!.office);
    await theirs.take('一.xlsx', bytes);
    const see = filler.call(intake.viewReturns, { batchId: theirs.batchId });
    await expect(see).rejects.toMatchObject({ code: 'returns.not_found' });
    const own = await filler.call(intake.listReturns, {});
    expect(own.rows.every(({ actorName }) => actorName.includes('区市县'))).toBe(true);
    const all = await clerk.call(intake.listReturns, {});
    expect(all.total).toBeGreaterThan(own.total);
    await expect(guest.call(intake.listReturns, {})).rejects.toMatchObject({ code: 'access.denied' });
    await expect(guest.call(workbooks.listOffices, { month, by: 'district' })).rejects.toMatchObject({
      code: 'access.denied',
    });
  });
});

describe('all workbooks in one download', () => {
  test('are one archive with a file per office', async () => {
    const archive = await clerk.call(workbooks.issueAll, { month, by: 'district' });
    expect(archive.name).toBe(`2023年10月填报表（${offices.length}个单位）.zip`);
    const text = Buffer.from(archive.bytes).toString('utf8');
    for (const { name } of offices) expect(text).toContain(`2023年10月填报表（${name}）.xlsx`);
  });
});
