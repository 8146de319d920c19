import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localOperator } from '#access';
import { asTableOwner } from '#db/testing';
import { canonicalHash, canonicalJson, facesHere } from '#documents';
import { type AfterLock, applyReportImport, evaluate } from '#engines/indicators';
import { newId } from '#kernel/id';
import { linesOf, readPdf } from '../../../packages/documents/testing.ts';
import * as progress from '../../progress/contract.ts';
import { composeBulletin } from '../acts/compose-bulletin.ts';
import { openBulletin } from '../acts/open-bulletin.ts';
import * as contract from '../contract.ts';
import type { BulletinId } from '../store/bulletin.ts';
import { countedByHand } from './counted-by-hand.ts';
import { type DemonstrationCity, dalian, demonstrationCity, type Person } from './demonstration-city.ts';

let city: DemonstrationCity;
let clerk: Person;
let section: Person;
let head: Person;
let office: Person;
let leader: Person;
let district: Person;
let guest: Person;
let id: BulletinId;

const view = (by: Person) => by.call(contract.viewBulletin, { id });
const turn = async () => ({ id, version: (await view(clerk)).edition });

beforeAll(async () => {
  city = await demonstrationCity();
  clerk = await city.person('keyuan');
  section = await city.person('chuzhang');
  head = await city.person('zhuren');
  office = await city.person('zhengfuban');
  leader = await city.person('lingdao');
  district = await city.person('qutianbao');
  guest = await city.person('fangke');
}, 180_000);
afterAll(() => city?.close());

describe('a draft', () => {
  test('is of the latest evaluated month and frozen with the SM3 of its canonical figures', async () => {
    const made = await clerk.call(contract.composeBulletin, {});
    expect(made).toMatchObject({ month: '2023-08', version: 1, made: true });
    id = made.bulletinId;
    const opened = await city.inCity((one) => openBulletin(one, id));
    expect(canonicalHash(opened.canonical)).toBe(made.hash);
    expect(canonicalJson(opened.figures)).toBe(opened.canonical);
  });

  test('composed again from unchanged data is the same one, byte for byte', async () => {
    const again = await section.call(contract.composeBulletin, { month: '2023-08' });
    expect(again).toMatchObject({ bulletinId: id, version: 1, made: false });
  });

  test('says of the city and of every district what the tables of the demonstration add up to', async () => {
    const { figures } = await view(clerk);
    const byHand = countedByHand('2023-08');
    expect(figures.total).toMatchObject(byHand.total);
    expect(new Map(figures.districts.map(({ name, ...sums }) => [name, sums])).size).toBe(
      byHand.districts.size,
    );
    for (const { name, ...sums } of figures.districts)
      expect(sums).toMatchObject(byHand.districts.get(name) ?? {});
    const { rows } = await clerk.call(contract.bulletinRows, { id, kind: 'missing' });
    expect(rows.map(({ name }) => name).toSorted()).toEqual(byHand.missing);
    const { figures: frozen } = await city.inCity((one) => openBulletin(one, id));
    const shares = frozen.ranking.map(({ name }) => Number(byHand.districts.get(name)?.completion ?? -1));
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });

  test('counts the lights as the board of that day shows them, and names the newly red with their causes', async () => {
    const { figures } = await view(clerk);
    const board = await clerk.call(progress.lightsBoard, { asOf: '2023-09-10' });
    const before = await clerk.call(progress.lightsBoard, { asOf: '2023-09-09' });
    expect(figures.total.lights).toEqual(board.total.lights);
    expect(figures.total.before).toEqual(before.total.lights);
    for (const { id: group, lights } of board.lists)
      expect(figures.lists.find((one) => one.id === group)?.lights).toEqual(lights);
    const { rows } = await clerk.call(contract.bulletinRows, { id, kind: 'newlyRed' });
    expect(rows.every(({ light, before: then }) => light === 'red' && then !== 'red')).toBe(true);
    expect(rows.length).toBe(figures.newlyRed);
    const { problemOf } = countedByHand('2023-08');
    expect(rows.map(({ problem }) => problem)).toEqual(rows.map(({ name }) => problemOf(name)));
  });

  test('leads from each figure to as many rows, and their amounts sum to it', async () => {
    const { figures } = await view(clerk);
    for (const group of figures.districts) {
      const { rows } = await clerk.call(contract.bulletinRows, { id, kind: 'district', group: group.id });
      expect(rows.length).toBe(group.projects);
      expect(`${rows.reduce((sum, { actualFen }) => sum + BigInt(actualFen ?? 0), 0n)}`).toBe(
        group.actualFen,
      );
      const asked = { id, kind: 'district', group: group.id, light: 'red' } as const;
      expect((await clerk.call(contract.bulletinRows, asked)).rows.length).toBe(group.lights.red);
    }
  });

  test('is not for districts and guests, and not theirs to compose', async () => {
    await expect(view(district)).rejects.toMatchObject({ status: 404, code: 'bulletin.not_found' });
    await expect(view(guest)).rejects.toMatchObject({ status: 403 });
    expect((await district.call(contract.listBulletins, {})).bulletins).toEqual([]);
    await expect(district.call(contract.composeBulletin, {})).rejects.toMatchObject({ status: 403 });
    await expect(leader.call(contract.composeBulletin, {})).rejects.toMatchObject({ status: 403 });
  });
});

describe('its sentences', () => {
  const sentence = '截至{年月}底，完成率{完成率}。特此通报。';

  test('are edited around the figures, which keep theirs', async () => {
    const { wording, edition, figures } = await view(clerk);
    const sections = { ...wording.sections, opening: sentence };
    await clerk.call(contract.saveWording, { id, version: edition, wording: { ...wording, sections } });
    const { opening, hash } = await view(clerk);
    expect(opening).toBe(`截至2023年8月底，完成率${figures.total.completion}%。特此通报。`);
    expect(hash).toBe((await view(clerk)).hash);
  });

  test.each([
    ['完成率99%', 422, 'bulletin.figure_typed'],
    ['完成率{完成比}', 422, 'bulletin.unknown_figure'],
  ])('saying %s are refused', async (opening, status, code) => {
    const { wording, edition } = await view(clerk);
    const changed = { ...wording, sections: { ...wording.sections, opening } };
    const save = clerk.call(contract.saveWording, { id, version: edition, wording: changed });
    await expect(save).rejects.toMatchObject({ status, code });
  });

  test('saved on an older edition are refused with the standing ones', async () => {
    const { wording, edition } = await view(clerk);
    const save = section.call(contract.saveWording, { id, version: edition - 1, wording });
    await expect(save).rejects.toMatchObject({
      ...{ status: 409, code: 'http.stale_version' },
      details: { current: { sections: { opening: sentence } } },
    });
  });

  test('are not for leaders to write', async () => {
    const { wording, edition } = await view(leader);
    const save = leader.call(contract.saveWording, { id, version: edition, wording });
    await expect(save).rejects.toMatchObject({ status: 403 });
  });
});

describe('its way', () => {
  test('begins with the drafter; who drafted neither checks nor signs', async () => {
    await expect(head.call(contract.signBulletin, await turn())).rejects.toMatchObject({
      ...{ status: 409, code: 'bulletin.not_now' },
    });
    const { wording, edition } = await view(head);
    await head.call(contract.saveWording, { id, version: edition, wording });
    await clerk.call(contract.submitBulletin, await turn());
    const { wording: later, edition: now } = await view(clerk);
    const late = clerk.call(contract.saveWording, { id, version: now, wording: later });
    await expect(late).rejects.toMatchObject({ code: 'bulletin.not_now' });
    await expect(head.call(contract.checkBulletin, { ...(await turn()), offices: [] })).rejects.toMatchObject(
      {
        ...{ status: 409, code: 'bulletin.drafter' },
      },
    );
    await expect(
      clerk.call(contract.checkBulletin, { ...(await turn()), offices: [] }),
    ).rejects.toMatchObject({
      status: 403,
    });
  });

  test('may lead back with a reason, and goes on from there', async () => {
    await section.call(contract.returnBulletin, { ...(await turn()), opinion: '请补充工作要求' });
    expect((await view(clerk)).state).toBe('drafting');
    await clerk.call(contract.submitBulletin, await turn());
    await section.call(contract.checkBulletin, { ...(await turn()), offices: ['市政府办公室'] });
    expect(await view(clerk)).toMatchObject({ state: 'countersigning', waitingFor: ['市政府办公室'] });
  });

  test('is countersigned by the offices asked, then signed by somebody who did not draft it', async () => {
    const sign = { office: '市统计局', signer: '周处长' };
    await expect(
      office.call(contract.countersignBulletin, { ...(await turn()), ...sign }),
    ).rejects.toMatchObject({
      code: 'bulletin.office_not_asked',
    });
    const asked = { office: '市政府办公室', signer: '吴主任' };
    await office.call(contract.countersignBulletin, { ...(await turn()), ...asked });
    await expect(head.call(contract.signBulletin, await turn())).rejects.toMatchObject({
      code: 'bulletin.drafter',
    });
    expect((await view(head)).acts).not.toContain('sign');
    await expect(section.call(contract.signBulletin, await turn())).rejects.toMatchObject({ status: 403 });
    await leader.call(contract.signBulletin, { ...(await turn()), opinion: '同意' });
    expect((await view(clerk)).state).toBe('numbering');
  });

  test('bears 送审稿 until number and seal are entered, which the office’s own system gives', async () => {
    expect((await view(clerk)).printed.mark).toBe('送审稿');
    await clerk.call(contract.numberBulletin, {
      ...(await turn()),
      issue: 8,
      documentNumber: '连发改通〔2023〕8号',
    });
    expect((await view(clerk)).printed).toMatchObject({ mark: '送审稿', head: { issue: '第8期' } });
    const seal = async (name: string, bytes: Uint8Array) =>
      clerk.call(contract.sealBulletin, { ...(await turn()), file: { name, bytes } });
    await expect(seal('盖章件.pdf', Buffer.from('纸'))).rejects.toMatchObject({
      code: 'files.kind_not_accepted',
    });
    await seal('盖章件.png', png);
    expect((await view(clerk)).printed.mark).toBeNull();
  });

  test.skipIf(!facesHere())(
    'once issued is for every office, with the very bytes kept (needs a Chinese font)',
    async () => {
      await clerk.call(contract.issueBulletin, { ...(await turn()), issuedOn: '2023-09-12' });
      const seen = await view(district);
      expect(seen).toMatchObject({ state: 'issued', issuedOn: '2023-09-12', acts: [], mayEdit: false });
      const files = await Promise.all([clerk, district].map((by) => by.call(contract.bulletinPdf, { id })));
      expect(Buffer.compare(files[0]!.bytes, files[1]!.bytes)).toBe(0);
      const { rows } = await district.call(contract.bulletinRows, { id, kind: 'all' });
      expect(rows.some(({ withinScope }) => withinScope)).toBe(true);
      for (const row of rows.filter(({ withinScope }) => !withinScope))
        expect([row.planFen, row.actualFen, row.problem, row.why]).toEqual([null, null, null, null]);
      const scan = await district.call(contract.sealedCopy, { id });
      expect(Buffer.compare(scan.bytes, png)).toBe(0);
      await expect(guest.call(contract.bulletinPdf, { id })).rejects.toMatchObject({ status: 403 });
    },
  );

  test.skipIf(!facesHere())(
    'becomes public only by a secrecy review, and not if it is not to be (needs a Chinese font)',
    async () => {
      const review = { opinion: '不涉密', reviewer: '郑审查', reviewedOn: '2023-09-13' } as const;
      const release = head.call(contract.releaseBulletin, { ...(await turn()), ...review });
      await expect(release).rejects.toMatchObject({ code: 'bulletin.not_for_public' });
      expect((await view(clerk)).released).toBe(false);
      await clerk.call(contract.archiveBulletin, { ...(await turn()), archiveNumber: '2023-Y-008' });
      expect((await view(clerk)).state).toBe('archived');
    },
  );
});

describe('a correction later', () => {
  const corrected = async (more: bigint, afterLock: AfterLock | null) => {
    const { figures } = await city.inCity((one) => openBulletin(one, id));
    const row = figures.rows.find(({ actualFen }) => actualFen !== null)!;
    const cumFen = BigInt(row.actualFen!) + more;
    const report = { subjectId: row.projectId, month: '2023-08', cumFen, receivedOn: '2023-09-12' } as const;
    const said = { source: '更正.xlsx', correctionReason: '少报', counts: 'verified' as const, afterLock };
    await city.inCity((one) => applyReportImport(one, { importId: newId(), ...said, reports: [report] }));
  };

  test('of a locked month changes nothing: composed anew it is the same bulletin', async () => {
    city.on('2023-09-12');
    const { bulletin } = await city.inCity((one) => openBulletin(one, id));
    await corrected(50n, { kind: 'correction', reason: '少报', approver: '王主任' });
    await city.inCity((one) => evaluate(one, { asOf: '2023-09-12' }));
    const again = await clerk.call(contract.composeBulletin, { month: '2023-08' });
    expect(again).toMatchObject({ made: false, hash: bulletin.hash, version: 1 });
  });

  test('of a month not locked leaves what was frozen; composing anew asks why and makes a further version', async () => {
    const before = await city.inCity((one) => openBulletin(one, id));
    await asTableOwner(
      city.db,
      `delete from city.month_lock where city_id = ${dalian} and month = '2023-08'`,
    );
    await corrected(100n, null);
    await city.inCity((one) => evaluate(one, { asOf: '2023-09-12' }));
    const after = await city.inCity((one) => openBulletin(one, id));
    expect(after.canonical).toBe(before.canonical);
    const again = clerk.call(contract.composeBulletin, { month: '2023-08' });
    const way = before.standing.state === 'archived' ? 'bulletin.exists' : 'bulletin.in_flow';
    await expect(again).rejects.toMatchObject({ status: 409, code: way });
    if (way === 'bulletin.in_flow') return;
    const made = await clerk.call(contract.composeBulletin, { month: '2023-08', reason: '更正一个项目' });
    expect(made).toMatchObject({ version: 2, made: true });
    expect(made.hash).not.toBe(before.bulletin.hash);
    const next = await city.inCity((one) => openBulletin(one, made.bulletinId));
    expect(BigInt(next.figures.total.actualFen) - BigInt(before.figures.total.actualFen)).toBe(100n);
    expect((await view(clerk)).latest).toBe(false);
  });

  test('a month never evaluated has no bulletin; on the command line an earlier one can still be made', async () => {
    await expect(clerk.call(contract.composeBulletin, { month: '2023-11' })).rejects.toMatchObject({
      code: 'bulletin.not_evaluated',
    });
    const made = await city.inCity((one) => composeBulletin(one, { month: '2023-05' }), localOperator);
    const { figures } = await city.inCity((one) => openBulletin(one, made.bulletinId));
    expect(figures).toMatchObject({ month: '2023-05', previousMonth: '2023-04' });
    expect(figures.total).toMatchObject(countedByHand('2023-05').total);
  });
});

describe.skipIf(!facesHere())('the PDF of a draft (needs a Chinese font)', () => {
  test('is A4 with 送审稿 on every page, and says title, districts and tables', async () => {
    const made = await clerk.call(contract.composeBulletin, { month: '2023-07' });
    const { name, bytes } = await clerk.call(contract.bulletinPdf, { id: made.bulletinId });
    expect(name).toBe('关于2023年7月全市重点项目推进情况的通报（送审稿）.pdf');
    const pages = readPdf(bytes);
    for (const { width, height, glyphs } of pages) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
      const [first] = linesOf(glyphs);
      expect(first?.map(({ text }) => text).join('')).toBe('送审稿');
    }
    const said = pages.flatMap(({ glyphs }) =>
      linesOf(glyphs).flatMap((line) => line.map(({ text }) => text)),
    );
    const text = said.join('');
    for (const part of [
      '大连市重点项目推进情况通报',
      '一、总体情况',
      '（二）亮灯情况',
      '表2　分地区',
      '此件不公开',
    ])
      expect(text).toContain(part);
  });
});

/** One white dot. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);
