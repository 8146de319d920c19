import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTableOwner } from '#db/testing';
import { checkMatters, type MatterId } from '#engines/matters';
import type { TestBrowser } from '#http/testing';
import { matterPage } from '../../matters/contract.ts';
import * as contract from '../contract.ts';
import { type PetitionsCity, petitionsCity, png } from './support/a-city.ts';

let city: PetitionsCity;
let outside: TestBrowser;
let clerk: TestBrowser;
let heating: TestBrowser;
let housing: TestBrowser;
let number: string;
let code: string;
let id: MatterId;

beforeAll(async () => {
  city = await petitionsCity();
  outside = city.browser();
  clerk = await city.person('keyuan', 'coordinator-clerk', 'development-reform');
  heating = await city.person('chengguan', 'department', 'urban-management');
  housing = await city.person('zhujian', 'department', 'housing-construction');
});
afterAll(() => city?.close());

const refused = (status: number, refusal: string) => expect.objectContaining({ status, code: refusal });
const follow = () => outside.call(contract.followPetition, { number, code });
const dump = async (table: string) =>
  JSON.stringify(await asTableOwner(city.db, `select t::text from city.${table} t`));

// 8 May 2023 is a Monday: accepted within two working days, handled within ten.
describe('an appeal raised without an account', () => {
  test('is answered with a number and a code, and told to the intake office', async () => {
    await city.at('2023-05-08 09:00');
    const form = await outside.call(contract.publicForm, {});
    expect(form.kinds.map(({ id: kind }) => kind)).toEqual(['appeal', 'aid', 'foreign-complaint']);
    const raised = await outside.call(contract.raisePetition, city.form());
    expect(raised).toEqual({
      number: 'SQ-2023-0001',
      code: expect.stringMatching(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/),
    });
    ({ number, code } = raised);
    expect(await city.inbox('keyuan')).toEqual(['收到企业诉求SQ-2023-0001，请受理交办']);
  });

  test('says nothing of who raised it in its matter, and keeps no code', async () => {
    for (const table of ['matter', 'matter_event', 'inbox', 'outward_text', 'petition', 'audit']) {
      const rows = await dump(table);
      expect(rows).not.toContain('林晓燕');
      expect(rows).not.toContain('13812345678');
      expect(rows).not.toContain(code);
      expect(rows).not.toContain(code.replace('-', ''));
    }
  });

  test('is followed by number and code, typed as people type', async () => {
    const seen = await outside.call(contract.followPetition, {
      ...{ number: number.toLowerCase(), code: ` ${code.toLowerCase().replace('-', ' ')} ` },
    });
    expect(seen).toMatchObject({
      state: { name: '待受理' },
      closed: false,
      asks: ['withdraw', 'supplement'],
    });
    expect(seen.clocks.map(({ name, dueOn }) => [name, dueOn])).toEqual([['受理时限', '2023-05-10']]);
    expect(seen.clocks[0]?.days.map(({ day, counts }) => [day, counts])).toEqual([
      ['2023-05-08', false],
      ['2023-05-09', true],
      ['2023-05-10', true],
    ]);
  });

  test('is assigned from the queue to the unit the pack proposes, masked for whoever may see it', async () => {
    const { rows } = await clerk.call(contract.intakeQueue, {});
    expect(rows).toMatchObject([{ number, proposed: { name: '市城市管理局' }, channel: 'portal' }]);
    id = rows[0]?.matterId as unknown as MatterId;
    expect((await heating.call(contract.intakeQueue, {})).total).toBe(0);
    await expect(heating.call(contract.viewPetition, { id: id as never })).rejects.toEqual(
      refused(404, 'matter.unknown'),
    );
    await city.act(clerk, id, 'assign', { lead: city.org('urban-management') });
    expect((await clerk.call(contract.intakeQueue, {})).total).toBe(0);
    expect(await city.inbox('chengguan')).toEqual(['企业诉求SQ-2023-0001请您单位牵头办理']);
    const page = await heating.call(contract.viewPetition, { id: id as never });
    expect(page.petitioner).toMatchObject({ name: '林***', phone: '138****5678' });
  });

  test('shows who it is to the unit that leads, on the record, and to no unit that supports', async () => {
    const shown = await heating.call(contract.revealPetitioner, {
      id: id as never,
      reason: '约企业现场查看',
    });
    expect(shown).toMatchObject({ name: '林晓燕', phone: '13812345678' });
    const traces = await asTableOwner(
      city.db,
      "select details from city.audit where action = 'petition.reveal' and personal_data",
    );
    expect(traces).toEqual([{ details: { number, reason: '约企业现场查看' } }]);
    await city.act(clerk, id, 'assign', {
      lead: city.org('urban-management'),
      support: [city.org('housing-construction')],
    });
    const seen = await housing.call(contract.viewPetition, { id: id as never });
    expect(seen.petitioner).toBeNull();
    await expect(
      housing.call(contract.revealPetitioner, { id: id as never, reason: '想看看是谁' }),
    ).rejects.toEqual(refused(403, 'access.denied'));
  });

  test('takes a few files of kinds that hold what they say', async () => {
    const send = (name: string, bytes: Uint8Array) =>
      outside.call(contract.sendPetitionFile, { number, code, file: { name, bytes } });
    const seen = await send('现场.png', png);
    expect(seen.files).toMatchObject([{ name: '现场.png', own: true }]);
    await expect(send('说明.pdf', new TextEncoder().encode('<script>alert(1)</script>'))).rejects.toEqual(
      refused(422, 'files.kind_not_accepted'),
    );
    for (let at = 1; at < 5; at += 1) await send(`现场${at}.png`, png);
    await expect(send('第六.png', png)).rejects.toEqual(refused(422, 'petition.too_many_files'));
    const fileId = seen.files[0]?.fileId as never;
    const file = await outside.call(contract.openPetitionFile, { number, code, fileId });
    expect(Buffer.from(file.bytes)).toEqual(png);
  });

  test('shows its raiser results and outer remarks, never what offices say among themselves', async () => {
    await city.act(heating, id, 'accept', { given: { complexity: 'plain', plan: '三日内现场踏勘' } });
    await city.act(housing, id, 'consult', { given: { opinion: '内部意见：管径不足' } });
    await city.act(heating, id, 'answer', { given: { reply: '本月底前具备接入条件' } });
    const seen = await follow();
    expect(seen).toMatchObject({ state: { name: '已反馈' }, unit: '市城市管理局' });
    expect(seen.asks).toEqual(['confirm', 'reject', 'withdraw', 'supplement']);
    expect(seen.events.map(({ id: event }) => event).filter((one) => one !== 'attached')).toEqual([
      'answer',
      'accept',
      'opened',
    ]);
    expect(JSON.stringify(seen)).toContain('本月底前具备接入条件');
    expect(JSON.stringify(seen)).not.toContain('内部意见');
    expect(JSON.stringify(seen)).not.toContain('同志');
  });

  test('goes back and climbs when its raiser is not satisfied, and nobody sees the raiser as a lost unit', async () => {
    const { version } = await follow();
    const say = (more: object) =>
      outside.call(contract.actAsRaiser, { number, code, version, ...more } as never);
    await expect(say({ action: 'confirm', satisfaction: 5 })).rejects.toEqual(
      refused(422, 'petition.choose_redo'),
    );
    await expect(say({ action: 'reject' })).rejects.toEqual(refused(422, 'petition.no_reason'));
    const back = await say({ action: 'reject', text: '没有写明费用' });
    expect(back.state.name).toBe('办理中');
    await expect(say({ action: 'withdraw', text: '不办了' })).rejects.toEqual(refused(409, 'matter.stale'));
    await city.sweep();
    const page = await clerk.call(matterPage, { id });
    expect(page.ladder).toMatchObject({ level: { id: 'coordinator' } });
    expect(page.matter).toMatchObject({ redos: 1, raiser: '海天精密铸造有限公司' });
    expect(await city.inbox('chengguan')).toContain('企业诉求SQ-2023-0001提出人不满意，退回重办');
    const lost = await asTableOwner(city.db, 'select addressee from city.telling_unreached');
    expect(lost.filter(({ addressee }) => String(addressee).startsWith('org'))).toEqual([]);
  });

  test('closes when its raiser is satisfied, and refolds to what is stored', async () => {
    await city.act(heating, id, 'answer', { given: { reply: '费用12万元，本月底接入' } });
    const { version } = await follow();
    const given = { number, code, version, action: 'confirm', satisfaction: 2 } as const;
    const closed = await outside.call(contract.actAsRaiser, given);
    expect(closed).toMatchObject({ closed: true, satisfaction: 2, asks: [] });
    expect(await city.inCity((one) => checkMatters(one))).toEqual({ matters: 1, faults: [] });
  });
});

describe('somebody who does not know the code', () => {
  test('learns nothing of which numbers there are', async () => {
    await city.at('2023-05-09 09:00');
    const ask = (asked: string, guess: string) =>
      outside.call(contract.followPetition, { number: asked, code: guess }).catch((error: unknown) => {
        const { status, code: refusal, text } = error as { status: number; code: string; text: string };
        return { status, refusal, text };
      });
    const known = await ask(number, 'AAAAA-AAAAA');
    expect(known).toMatchObject({ status: 401, refusal: 'petition.wrong_code' });
    expect(await ask('SQ-2023-9999', 'AAAAA-AAAAA')).toEqual(known);
    for (let at = 0; at < 3; at += 1) expect(await ask(number, `AAAAA-AAAA${at}`)).toEqual(known);
    const locked = await ask(number, 'AAAAA-BBBBB');
    expect(locked).toMatchObject({ status: 423, refusal: 'petition.locked' });
    for (let at = 0; at < 3; at += 1) await ask('SQ-2023-9999', `AAAAA-AAAA${at}`);
    expect(await ask('SQ-2023-9999', 'AAAAA-BBBBB')).toEqual(locked);
  });

  test('cannot open it with the code of another petition, and waits out the lock', async () => {
    await expect(follow()).rejects.toEqual(refused(423, 'petition.locked'));
    await city.at('2023-05-09 09:20');
    const other = await outside.call(
      contract.raisePetition,
      city.form({ enterprise: '渤海轴承有限公司', content: '园区道路破损影响大件运输，请尽快修复。' }),
    );
    await expect(outside.call(contract.followPetition, { number, code: other.code })).rejects.toEqual(
      refused(401, 'petition.wrong_code'),
    );
    expect((await follow()).number).toBe(number);
  });

  test('is stopped by address after guessing at many numbers', async () => {
    await city.at('2023-05-10 09:00');
    let last: unknown;
    for (let at = 0; at < 20; at += 1)
      last = await outside
        .call(contract.followPetition, { number: `SQ-2023-5${at}`, code: 'AAAAA-AAAAA' })
        .catch((error: unknown) => error);
    expect(last).toEqual(refused(423, 'petition.locked'));
    await city.at('2023-05-10 09:20');
  });
});

describe('a form', () => {
  const raise = (more: object) => outside.call(contract.raisePetition, city.form(more));

  test('sent again after a lost answer is one petition with the same code, also at the same time', async () => {
    const form = city.form({ content: '企业用电增容申请长期没有批复，影响生产线扩建。' });
    const answers = await Promise.all([1, 2, 3].map(() => outside.call(contract.raisePetition, form)));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    await expect(
      outside.call(contract.raisePetition, {
        ...(form as object),
        content: '完全不同的另一件事，请另行处理。',
      } as never),
    ).rejects.toEqual(refused(409, 'petition.form_reused'));
  });

  test('with a text that is there already is refused with its number', async () => {
    const content = '企业用电增容申请长期没有批复，影响生产线扩建！！';
    const error = await raise({ content }).catch((one: unknown) => one);
    expect(error).toEqual(refused(409, 'petition.same_content'));
    expect((error as Error & { text: string }).text).toMatch(/SQ-2023-\d{4}/);
  });

  test.each([
    ['the hidden field filled in', { website: 'http://a.example' }, 'petition.looks_automatic'],
    ['many links', { request: 'http://a.cn http://b.cn www.c.cn' }, 'petition.too_many_links'],
    ['a mark of secrecy', { content: '密级：机密\n关于某项目用地的情况说明全文如下。' }, 'secrecy.marked'],
    ['a wrong credit code', { creditCode: '91210200MA0XXXXX0X' }, 'petition.credit_code_wrong'],
    ['no way to answer', { phone: '' }, 'petition.no_way_back'],
    ['a category the city does not have', { category: 'weather' }, 'petition.no_such_category'],
    ['a language the kind is not asked in', { language: 'ja' }, 'petition.not_open'],
  ])('with %s is refused', async (_what, more, refusal) => {
    await expect(raise(more)).rejects.toEqual(expect.objectContaining({ code: refusal }));
  });

  test('sent faster than a person types is refused', async () => {
    await city.at('2023-05-11 09:00');
    const opened = city.now().getTime() - 1000;
    const time = opened.toString(16).padStart(12, '0');
    const submission = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000001`;
    await expect(raise({ submission })).rejects.toEqual(refused(422, 'petition.looks_automatic'));
  });
});

describe('whoever is signed in on the same browser', () => {
  test('raises as the raiser and not as his office', async () => {
    const raised = await clerk.call(
      contract.raisePetition,
      city.form({ content: '以个人企业名义反映拖欠货款问题，请协调处理。' }),
    );
    const [row] = await asTableOwner(
      city.db,
      `select m.raised_by = m.raiser as own, e.by_name from city.matter m
       join city.matter_event e using (city_id, matter_id) where m.number = '${raised.number}'`,
    );
    expect(row).toEqual({ own: true, by_name: '企业和公众' });
  });
});
