import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTableOwner } from '#db/testing';
import { canonicalHash, facesHere } from '#documents';
import { type MatterId, sweepMatters } from '#engines/matters';
import { linesOf, readPdf } from '../../../packages/documents/testing.ts';
import * as bulletins from '../../bulletins/contract.ts';
import {
  type DemonstrationCity,
  dalian,
  demonstrationCity,
  type Person,
} from '../../bulletins/test/demonstration-city.ts';
import * as inbox from '../../inbox/contract.ts';
import * as matters from '../../matters/contract.ts';
import * as contract from '../contract.ts';
import type { LetterId } from '../store/letter.ts';

let city: DemonstrationCity;
let clerk: Person;
let section: Person;
let head: Person;
let office: Person;
let supervision: Person;
let leader: Person;
let district: Person;
let department: Person;
let proposals: readonly contract.Proposal[];

beforeAll(async () => {
  city = await demonstrationCity();
  clerk = await city.person('keyuan');
  section = await city.person('chuzhang');
  head = await city.person('zhuren');
  office = await city.person('zhengfuban');
  supervision = await city.person('dukaoban');
  leader = await city.person('lingdao');
  district = await city.person('qutianbao');
  department = await city.person('bumen');
  // What the demonstration itself has of letters is not part of this story.
  for (const table of ['letter_step', 'letter_wording', 'letter', 'pressure_decision', 'pressure_proposal'])
    await asTableOwner(city.db, `delete from city.${table} where city_id = ${dalian}`);
}, 180_000);
afterAll(() => city?.close());

const view = (id: LetterId, by: Person = clerk) => by.call(contract.viewLetter, { id });
const turn = async (id: LetterId) => ({ id, version: (await view(id)).edition });
const decide = async (proposal: contract.Proposal) =>
  (await clerk.call(contract.decideProposal, { id: proposal.proposalId, decision: 'issue' }))
    .letterId as LetterId;
const proposed = (document: contract.Proposal['document'], recipient?: string) =>
  proposals.find(
    (one) =>
      one.document === document &&
      one.subject.kind === 'project' &&
      one.recipient.id === (recipient ?? one.recipient.id),
  ) as contract.Proposal;

/** From draft to issue, by those whose move each step is. */
async function issue(
  id: LetterId,
  documentNumber: string,
  { signer, by, offices = [] }: { signer: Person; by: Person; offices?: string[] },
) {
  await clerk.call(contract.submitLetter, await turn(id));
  await section.call(contract.checkLetter, { ...(await turn(id)), offices });
  for (const asked of offices)
    await office.call(contract.countersignLetter, { ...(await turn(id)), office: asked, signer: '吴主任' });
  await signer.call(contract.signLetter, await turn(id));
  await by.call(contract.numberLetter, { ...(await turn(id)), documentNumber });
  await by.call(contract.sealLetter, { ...(await turn(id)), file: { name: '盖章件.png', bytes: png } });
  await by.call(contract.issueLetter, { ...(await turn(id)), issuedOn: '2023-09-11' });
}

describe('proposals', () => {
  test('are made once from the last locked month, however often they are asked for', async () => {
    const first = await clerk.call(contract.makeProposals, {});
    expect(first).toMatchObject({ month: '2023-08', made: first.total });
    expect(await section.call(contract.makeProposals, {})).toEqual({ ...first, made: 0 });
    const listed = await clerk.call(contract.listProposals, {});
    proposals = listed.proposals;
    expect(listed).toMatchObject({ month: '2023-08', isBehind: false, mayDecide: true });
    const subjects = proposals.map(({ subject }) => `${subject.kind} ${subject.id}`);
    expect(new Set(subjects).size).toBe(subjects.length);
    expect(new Set(proposals.map(({ document }) => document))).toEqual(
      new Set(['warning', 'rectification', 'interview', 'reminder']),
    );
  });

  test('say the rule, the months counted and where the letter goes', () => {
    for (const { rule, months, subject } of proposals) {
      const counted = months.filter((one) => one.counted);
      expect(counted).toHaveLength(rule.periods);
      if (subject.kind === 'project' && rule.id.startsWith('red'))
        expect(counted.every(({ light }) => light === 'red')).toBe(true);
      expect(rule.basis).toContain('DL23-6');
    }
  });

  test('rank units as the month’s bulletin does', async () => {
    const { bulletinId } = await clerk.call(bulletins.composeBulletin, { month: '2023-08' });
    const { printed } = await clerk.call(bulletins.viewBulletin, { id: bulletinId });
    const table = printed.body.find(({ caption }) => caption?.includes('完成率排名'))?.rows ?? [];
    const ranks = new Map(table.map(([rank, name]) => [name, rank]));
    const units = proposals.filter(({ subject }) => subject.kind === 'unit');
    expect(units.length).toBeGreaterThan(1);
    for (const { subject, months } of units) expect(`${months[0]?.rank}`).toBe(ranks.get(subject.name));
  });

  test('are made again to the same, from what was kept and from what is locked', async () => {
    for (const { proposalId, hash } of proposals.slice(0, 4)) {
      const replayed = await leader.call(contract.replayProposal, { id: proposalId });
      expect(replayed).toEqual({ hash, fromKept: true, today: 'same', rulesChanged: false });
    }
  });

  test('that somebody altered are refused', async () => {
    const [{ proposalId: id }] = proposals as [contract.Proposal];
    const set = (from: string, to: string) =>
      asTableOwner(
        city.db,
        `update city.pressure_proposal set inputs = replace(inputs, $1, $2) where proposal_id = $3`,
        [from, to, id],
      );
    await set('"month":"2023-08"', '"month":"2023-09"');
    await expect(clerk.call(contract.replayProposal, { id })).rejects.toMatchObject({
      code: 'pressure.copy_altered',
    });
    await set('"month":"2023-09"', '"month":"2023-08"');
    await clerk.call(contract.replayProposal, { id });
  });

  test('are not for districts; and nobody else decides', async () => {
    await expect(district.call(contract.listProposals, {})).rejects.toMatchObject({ status: 403 });
    const [{ proposalId: id }] = proposals as [contract.Proposal];
    for (const by of [office, supervision, leader, district])
      await expect(by.call(contract.decideProposal, { id, decision: 'issue' })).rejects.toMatchObject({
        status: 403,
      });
  });

  test('may come to nothing, with the reason, which everybody of the city reads', async () => {
    const one = proposed('warning');
    const id = one.proposalId;
    await expect(clerk.call(contract.decideProposal, { id, decision: 'none' })).rejects.toMatchObject({
      code: 'pressure.no_reason',
    });
    await clerk.call(contract.decideProposal, { id, decision: 'none', reason: '当月停工检修，已有说明' });
    const seen = (await leader.call(contract.listProposals, {})).proposals.find(
      ({ proposalId }) => proposalId === id,
    );
    expect(seen).toMatchObject({ letter: null, decision: { reason: '当月停工检修，已有说明' } });
  });
});

describe.skipIf(!facesHere())('two red months in a row (needs a Chinese font)', () => {
  let id: LetterId;
  let matterId: MatterId;
  let own: string;

  test('are proposed for putting right and drafted from frozen figures', async () => {
    own = await ownOrg();
    id = await decide(proposed('rectification', own));
    const letter = await view(id);
    expect(letter).toMatchObject({ form: 'rectification', state: 'drafting', printed: { mark: '送审稿' } });
    expect(letter.printed.body[0]).toMatch(/当月亮红灯（.+：.+），已连续2个月符合/);
    const [row] = await asTableOwner(city.db, `select figures, hash from city.letter where letter_id = $1`, [
      id,
    ]);
    expect(canonicalHash(String(row?.['figures']))).toBe(letter.hash);
    const again = clerk.call(contract.decideProposal, {
      ...{ id: letter.proposalId!, decision: 'none', reason: '重复' },
    });
    await expect(again).rejects.toMatchObject({ code: 'pressure.decided' });
  });

  test.each([
    ['完成率99%', 'letter.figure_typed'],
    ['完成率{完成比}', 'letter.unknown_figure'],
  ])('leave sentences open, not figures: %s', async (facts, code) => {
    const { wording, edition } = await view(id);
    const save = clerk.call(contract.saveLetter, { id, version: edition, wording: { ...wording, facts } });
    await expect(save).rejects.toMatchObject({ code });
  });

  test('a stale save is refused with the words that stand', async () => {
    const { wording, edition } = await view(id);
    const save = clerk.call(contract.saveLetter, { id, version: edition + 5, wording });
    await expect(save).rejects.toMatchObject({
      ...{ code: 'http.stale_version', details: { current: { title: wording.title } } },
    });
  });

  test('go the way of every document, unseen by the district until issued', async () => {
    await expect(view(id, district)).rejects.toMatchObject({ status: 404 });
    await clerk.call(contract.submitLetter, await turn(id));
    await expect(
      clerk.call(contract.checkLetter, { ...(await turn(id)), offices: [] }),
    ).rejects.toMatchObject({ status: 403 });
    await section.call(contract.returnLetter, { ...(await turn(id)), opinion: '请补充要求' });
    await clerk.call(contract.submitLetter, await turn(id));
    await section.call(contract.checkLetter, { ...(await turn(id)), offices: [] });
    await expect(leader.call(contract.signLetter, await turn(id))).rejects.toMatchObject({
      code: 'letter.signer',
    });
    await head.call(contract.signLetter, await turn(id));
    await expect(
      supervision.call(contract.numberLetter, { ...(await turn(id)), documentNumber: '督〔2023〕1号' }),
    ).rejects.toMatchObject({ code: 'letter.issuer' });
    const documentNumber = '连发改函〔2023〕31号';
    await clerk.call(contract.numberLetter, { ...(await turn(id)), documentNumber });
    expect((await view(id)).printed).toMatchObject({ mark: '送审稿', number: documentNumber });
    await clerk.call(contract.sealLetter, { ...(await turn(id)), file: { name: '盖章件.png', bytes: png } });
    expect((await view(id)).printed.mark).toBeNull();
    await expect(view(id, district)).rejects.toMatchObject({ status: 404 });
    city.on('2023-09-11');
    await clerk.call(contract.issueLetter, { ...(await turn(id)), issuedOn: '2023-09-11' });
  });

  test('reach the district and nobody beside it, with the bytes that were kept', async () => {
    const seen = await view(id, district);
    expect(seen).toMatchObject({
      ...{ state: 'issued', documentNumber: '连发改函〔2023〕31号', acts: [], mayEdit: false },
      matter: {
        state: { id: 'issued' },
        actions: expect.arrayContaining([{ id: 'plan', name: '报整改方案' }]),
      },
    });
    expect(seen.steps.map(({ act }) => act)).toEqual(['issue']);
    matterId = seen.matter?.matterId as MatterId;
    const files = await Promise.all([clerk, district].map((by) => by.call(contract.letterPdf, { id })));
    expect(Buffer.compare(files[0]!.bytes, files[1]!.bytes)).toBe(0);
    const text = readPdf(files[0]!.bytes).flatMap(({ glyphs }) =>
      linesOf(glyphs).flatMap((line) => line.map((glyph) => glyph.text)),
    );
    expect(text.join('')).toContain('连发改函〔2023〕31号');
    expect(text.join('')).not.toContain('送审稿');
    const scan = await district.call(contract.sealedLetter, { id });
    expect(Buffer.compare(scan.bytes, png)).toBe(0);
    await expect(view(id, department)).rejects.toMatchObject({ status: 404 });
    expect((await department.call(contract.listLetters, {})).letters).toEqual([]);
    const told = await district.call(inbox.listMessages, {});
    expect(told.rows.some(({ title }) => title === '收到督促整改函，请签收')).toBe(true);
  });

  const act = async (by: Person, action: string, given: Record<string, unknown>) => {
    const { matter } = await by.call(matters.matterPage, { id: matterId });
    return by.call(matters.actOnMatter, { id: matterId, version: matter.version, action, given });
  };
  const evidence = async () =>
    (await district.call(matters.sendMatterFile, { file: { name: '现场照片.png', bytes: png } })).fileId;

  test('are answered with a plan; what is not put right in time climbs the ladder', async () => {
    await act(district, 'plan', { plan: '增加作业面', person: '李镇长' });
    city.on('2023-10-20');
    await city.inCity((one) => sweepMatters(one, 500));
    const { ladder } = await clerk.call(matters.matterPage, { id: matterId });
    expect(ladder?.rungs.some(({ rung, state }) => rung === 'handle-late' && state === 'fired')).toBe(true);
    const { letters } = await section.call(contract.listLetters, {});
    expect(letters.find(({ letterId }) => letterId === id)?.matter).toMatchObject({ isLate: true });
    const told = await section.call(inbox.listMessages, {});
    expect(told.rows.some(({ title }) => title.includes('整改期限已超期'))).toBe(true);
  });

  test('come back when not put right, and are closed by whoever verifies, never by the district', async () => {
    await act(district, 'report', { result: '已补足', evidence: [await evidence()] });
    await expect(act(district, 'verify', { verification: '已整改' })).rejects.toMatchObject({ status: 403 });
    await act(section, 'return', { reason: '现场未见新增作业面' });
    expect((await view(id, district)).matter).toMatchObject({ redos: 1, state: { id: 'rectifying' } });
    await act(district, 'report', { result: '三个作业面已同时施工', evidence: [await evidence()] });
    await act(section, 'verify', { verification: '现场核验，属实' });
    expect((await view(id, district)).matter).toMatchObject({ closed: true });
  });

  test('stand on the project’s page with its lights of every month', async () => {
    const { projectId } = await view(id);
    const history = await leader.call(contract.viewHistory, { kind: 'project', id: projectId! });
    expect(history.months.filter(({ light }) => light === 'red').length).toBeGreaterThan(1);
    expect(history.letters).toEqual([expect.objectContaining({ letterId: id, state: 'issued' })]);
    expect(history.proposals[0]).toMatchObject({ month: '2023-08', decision: { decision: 'issue' } });
  });
});

describe.skipIf(!facesHere())('an interview (needs a Chinese font)', () => {
  let id: LetterId;

  test('is only proposed: it goes through the government office, which is asked to countersign', async () => {
    id = await decide(proposed('interview'));
    await clerk.call(contract.submitLetter, await turn(id));
    const check = section.call(contract.checkLetter, { ...(await turn(id)), offices: [] });
    await expect(check).rejects.toMatchObject({ code: 'letter.interview_countersign' });
    await section.call(contract.returnLetter, { ...(await turn(id)), opinion: '写明会签' });
    await expect(
      issue(id, '大政办函〔2023〕8号', { signer: office, by: office, offices: ['市政府办公室'] }),
    ).rejects.toMatchObject({ code: 'letter.meeting_open' });
  });

  test('with day, place and persons becomes a matter that was approved there, seen by no other district', async () => {
    const other = proposals.filter(({ document }) => document === 'interview')[1] as contract.Proposal;
    const letter = await decide(other);
    const { wording, edition } = await view(letter);
    const meeting = {
      ...{ interviewer: '张副市长', interviewee: '区政府主要负责人' },
      ...{ heldOn: '2023-10-25' as const, place: '市政府三楼会议室' },
    };
    await clerk.call(contract.saveLetter, { id: letter, version: edition, wording: { ...wording, meeting } });
    expect((await view(letter)).printed.body).toContain('约谈地点：市政府三楼会议室。');
    await issue(letter, '大政办函〔2023〕9号', { signer: office, by: office, offices: ['市政府办公室'] });
    const { matter } = await view(letter, office);
    expect(matter).toMatchObject({ kind: 'interview', state: { id: 'notified' } });
  });
});

describe.skipIf(!facesHere())('a supervision order (needs a Chinese font)', () => {
  test('is drafted and issued by the supervision office', async () => {
    const asked = {
      ...({
        form: 'supervision',
        orgId: await ownOrg(),
        signs: 'supervision-office',
        workingDays: 7,
      } as const),
      content: '请尽快明确用地问题的解决时限。',
    };
    const { letterId: id } = await supervision.call(contract.composeLetter, asked as never);
    await supervision.call(contract.submitLetter, await turn(id));
    await section.call(contract.checkLetter, { ...(await turn(id)), offices: [] });
    await expect(supervision.call(contract.signLetter, await turn(id))).rejects.toMatchObject({
      code: 'letter.drafter',
    });
  });

  test('whose number was given to another letter is refused', async () => {
    const id = await decide(proposed('warning', await ownOrg()));
    const taken = issue(id, '连发改函〔2023〕31号', { signer: head, by: clerk });
    await expect(taken).rejects.toMatchObject({ code: 'letter.number_taken' });
  });
});

/** Of the district that signed in. */
async function ownOrg(): Promise<string> {
  const [row] = await asTableOwner(
    city.db,
    `select g.org_id from city.role_grant g join city.account a using (city_id, account_id)
     where a.city_id = $1 and a.login = 'qutianbao'`,
    [dalian],
  );
  return String(row?.['org_id']);
}

/** One white dot. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);
