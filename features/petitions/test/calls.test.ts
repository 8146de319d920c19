import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTableOwner } from '#db/testing';
import type { MatterId } from '#engines/matters';
import type { TestBrowser } from '#http/testing';
import { readWorkbook } from '#sheets';
import { matterPage } from '../../matters/contract.ts';
import * as contract from '../contract.ts';
import { type PetitionsCity, petitionsCity } from './support/a-city.ts';

let city: PetitionsCity;
let clerk: TestBrowser;
let transport: TestBrowser;
let office: TestBrowser;
let neighbour: TestBrowser;

beforeAll(async () => {
  city = await petitionsCity({ packId: 'lishui' });
  clerk = await city.person('keyuan', 'coordinator-clerk', 'development-reform');
  transport = await city.person('jiaotong', 'department', 'transport');
  neighbour = await city.person('shangwu', 'department', 'commerce');
  office = await city.person('zhengfuban', 'government-office', 'government-office');
  await city.at('2023-05-08 09:00');
});
afterAll(() => city?.close());

const refused = (status: number, code: string) => expect.objectContaining({ status, code });
const aCall = {
  kind: 'hotline',
  category: 'enquiry',
  content: '咨询开工前要办哪些手续',
  phone: '0578-2091234',
} as const;

describe('a call', () => {
  test('answered while the caller is on the line is closed with the answer', async () => {
    const taken = await transport.call(contract.takeCall, { ...aCall, reply: '已告知清单和窗口地址' });
    expect(taken).toMatchObject({ number: 'RX-2023-0001', state: { name: '已办结' }, unit: null });
    const page = await transport.call(matterPage, { id: taken.matterId as never });
    expect(page.matter).toMatchObject({ closed: true });
    expect((await neighbour.call(contract.earlierCalls, { phone: aCall.phone })).calls).toEqual([]);
  });

  test('of the same number is found however it is written', async () => {
    const { calls } = await transport.call(contract.earlierCalls, { phone: '(0578) 209 1234' });
    expect(calls).toMatchObject([{ number: 'RX-2023-0001', closed: true }]);
  });

  test('that cannot be answered goes to a unit, which is told', async () => {
    const asked = {
      ...aCall,
      category: 'help',
      content: '项目部门前道路需要临时占用许可',
      enterprise: '丽水云峰建设',
    };
    const taken = await clerk.call(contract.takeCall, { ...asked, unit: city.org('transport') as never });
    expect(taken).toMatchObject({ unit: '市交通运输局', state: { name: '待签收' } });
    expect(await city.inbox('jiaotong')).toEqual(['热线工单RX-2023-0002请您单位办理']);
    const { names } = await clerk.call(contract.enterpriseNames, { words: '云峰' });
    expect(names).toEqual(['丽水云峰建设']);
  });

  test('is either answered or sent to a unit, and has a category of the city', async () => {
    const both = { ...aCall, reply: '好的', unit: city.org('transport') as never };
    await expect(clerk.call(contract.takeCall, both)).rejects.toEqual(refused(422, 'petition.reply_or_unit'));
    await expect(clerk.call(contract.takeCall, { ...aCall, category: 'gossip' })).rejects.toEqual(
      refused(422, 'petition.no_such_category'),
    );
  });

  test('is called back: not reached twice, then dissatisfied, then satisfied', async () => {
    const { rows } = await clerk.call(contract.intakeQueue, {});
    expect(rows).toEqual([]);
    const [{ matter_id: found }] = (await asTableOwner(
      city.db,
      "select matter_id from city.matter where number = 'RX-2023-0002'",
    )) as [{ matter_id: string }];
    const id = found as MatterId;
    await city.act(transport, id, 'answer', { given: { reply: '许可已出' } });
    const waiting = await clerk.call(contract.waitingCallBacks, {});
    expect(waiting.rows).toMatchObject([{ number: 'RX-2023-0002', tries: 0, hasPhone: true }]);
    const callBack = async (more: object) => {
      const { version } = (await clerk.call(matterPage, { id })).matter;
      return clerk.call(contract.recordCallBack, { id, version, ...more } as never);
    };
    await callBack({ outcome: 'not-reached' });
    await callBack({ outcome: 'not-reached' });
    expect((await clerk.call(contract.waitingCallBacks, {})).rows).toMatchObject([{ tries: 2 }]);
    await expect(callBack({ outcome: 'not-reached' })).rejects.toEqual(refused(409, 'petition.tries_over'));
    expect(await callBack({ outcome: 'dissatisfied', note: '许可范围不够' })).toMatchObject({
      state: { name: '办理中' },
    });
    await city.act(transport, id, 'answer', { given: { reply: '已扩大许可范围' } });
    await expect(callBack({ outcome: 'satisfied', satisfaction: 5 })).rejects.toEqual(
      refused(422, 'petition.choose_redo'),
    );
    expect(await callBack({ outcome: 'satisfied', satisfaction: 1 })).toMatchObject({
      state: { name: '已办结' },
    });
    expect((await clerk.call(contract.viewPetition, { id: id as never })).callBacks).toHaveLength(4);
  });
});

describe('tickets of 12345', () => {
  const send = (lines: readonly string[]) =>
    office.call(contract.importTickets, {
      file: { name: '工单.csv', bytes: new TextEncoder().encode(lines.join('\r\n')) },
    });
  const header = '工单编号,类别,内容,来电人,联系电话,紧急,承办单位';
  const good = [
    header,
    '231108001,咨询,咨询标准地出让时间,王先生,13957800001,,',
    '231108002,投诉,工地夜间施工扰民请查处,李女士,13957800002,是,交通运输局不存在',
  ];

  test('with faults are told all at once, and none is written', async () => {
    const told = await send([...good, '231108001,天气,短,,abc,,', ',咨询,没有编号的一行,,,,']);
    expect(told).toMatchObject({ rows: 4, taken: 0 });
    expect(told.faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '3 承办单位',
      '4 工单编号',
      '4 类别',
      '4 内容',
      '4 联系电话',
      '5 工单编号',
    ]);
    const [count] = await asTableOwner(
      city.db,
      "select count(*)::integer as n from city.matter where source = 'hotline'",
    );
    expect(count).toEqual({ n: 0 });
  });

  test('are taken in once, the same ticket names its matter', async () => {
    const mended = good.map((line) => line.replace('交通运输局不存在', '市交通运输局'));
    expect(await send(mended)).toEqual({ rows: 2, taken: 2, faults: [] });
    const again = await send(mended);
    expect(again.faults.map(({ reason }) => reason)).toEqual([
      '已经登记为RX-2023-0003',
      '已经登记为RX-2023-0004',
    ]);
    await expect(clerk.call(contract.takeCall, { ...aCall, ticket: '231108001' })).rejects.toEqual(
      refused(409, 'matter.already_taken_in'),
    );
    expect(await city.inbox('jiaotong')).toContain('热线工单RX-2023-0004请您单位办理');
  });

  test('go back under their own numbers, as a workbook and as CSV', async () => {
    const span = { from: '2023-05-01', to: '2023-05-31' } as const;
    const csv = await office.call(contract.exportTickets, { ...span, format: 'csv' });
    const text = new TextDecoder().decode(csv.bytes);
    expect(text.split('\r\n').filter((line) => line.startsWith('231108'))).toHaveLength(2);
    const book = await office.call(contract.exportTickets, span);
    const workbook = await readWorkbook(book.bytes, { name: book.name });
    expect(workbook.sheets[0]?.name).toBe('工单办理结果');
  });

  test('without the columns that must be there are refused with the headers there may be', async () => {
    await expect(send(['编码,事项', '1,2'])).rejects.toEqual(refused(422, 'petition.no_ticket_column'));
    await expect(
      transport.call(contract.importTickets, {
        file: { name: '工单.csv', bytes: new TextEncoder().encode(header) },
      }),
    ).rejects.toEqual(refused(403, 'access.denied'));
  });
});

describe('the statistics', () => {
  test('count what came in and what ended, each with what it is part of', async () => {
    const span = { from: '2023-05-01', to: '2023-05-31' } as const;
    const whole = await clerk.call(contract.petitionStatistics, { ...span, by: 'day' });
    const figures = { taken: 4, answeredAtOnce: 1, dispatched: 2, closed: 2, scored: 1, satisfied: 1 };
    expect(whole.rows).toEqual([{ id: '2023-05-08', name: '2023-05-08', ...figures }]);
    const byUnit = await clerk.call(contract.petitionStatistics, { ...span, by: 'unit' });
    const units = Object.fromEntries(byUnit.rows.map(({ name, taken }) => [name, taken]));
    expect(units).toEqual({ 市交通运输局: 3, 市政府办公室: 1 });
    expect(byUnit.total).toMatchObject(figures);
    const own = await neighbour.call(contract.petitionStatistics, { ...span, by: 'category' });
    expect(own.rows).toEqual([]);
  });
});

describe('a complaint of a foreign-invested enterprise', () => {
  test('is raised in its own language, hides who raised it, and is handled jointly', async () => {
    const outside = city.browser();
    const raised = await outside.call(contract.raisePetition, {
      ...(city.form({ kind: 'foreign-complaint', language: 'ja', category: 'commitment' }) as object),
      ...{ enterprise: '山田精機（丽水）', content: '投資契約に定めた用地引渡しが六か月遅れています。' },
      ...{ request: '引渡し日を明示してください', respondent: '某区政府', confidential: true },
    } as never);
    expect(raised.number).toBe('WS-2023-0001');
    const id = await city.idOf(clerk, raised.number);
    const seen = await clerk.call(contract.viewPetition, { id: id as never });
    expect(seen).toMatchObject({ language: 'ja', guarded: true, claim: '引渡し日を明示してください' });
    expect(seen.title).toBe('要求保密的企业：政府承诺未兑现');
    expect(seen.petitioner).toMatchObject({ enterprise: '山***', confidential: true });
    await city.act(clerk, id, 'assign', { lead: city.org('commerce') });
    await city.act(neighbour, id, 'accept');
    await city.act(clerk, id, 'join', {
      ...{ lead: city.org('commerce'), support: [city.org('transport')] },
      given: { division: '商务局牵头，交通局核实' },
    });
    await city.act(transport, id, 'consult', { given: { opinion: '道路已通' } });
    expect((await transport.call(contract.viewPetition, { id: id as never })).petitioner).toBeNull();
    const followed = await outside.call(contract.followPetition, raised);
    expect(followed).toMatchObject({ language: 'ja', state: { id: 'handling' } });
    expect(JSON.stringify(followed)).not.toContain('道路已通');
    expect(JSON.stringify(followed)).not.toContain('分工');
  });

  test('is put right by its raiser when papers are missing', async () => {
    const outside = city.browser();
    const raised = await outside.call(contract.raisePetition, {
      ...(city.form({ kind: 'foreign-complaint', category: 'procurement' }) as object),
      ...{ content: '政府采购文件设置了排除外商投资企业的条件。', respondent: '某采购中心' },
    } as never);
    const id = await city.idOf(clerk, raised.number);
    await city.act(clerk, id, 'assign', { lead: city.org('commerce') });
    await city.act(neighbour, id, 'ask-correction', { given: { missing: '采购文件原件' } });
    const asked = await outside.call(contract.followPetition, raised);
    expect(asked.asks).toContain('correct');
    expect(asked.events[0]).toMatchObject({ id: 'ask-correction', text: '采购文件原件' });
    const correct = (version: number) =>
      outside.call(contract.actAsRaiser, { ...raised, version, action: 'correct' });
    await expect(correct(asked.version)).rejects.toEqual(refused(422, 'petition.no_material'));
    const file = { name: '采购文件.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF\n') };
    const sent = await outside.call(contract.sendPetitionFile, { ...raised, file });
    expect((await correct(sent.version)).state.id).toBe('received');
  });

  test('that is not accepted ends in a state of its own, with the reason told', async () => {
    const outside = city.browser();
    const raised = await outside.call(
      contract.raisePetition,
      city.form({ kind: 'aid', category: 'labour', content: '希望政府给我们介绍十名厨师，谢谢。' }),
    );
    const id = await city.idOf(clerk, raised.number);
    await city.act(clerk, id, 'decline', { given: { reason: '不属于开复工援助范围，请向人才市场求助' } });
    const told = await outside.call(contract.followPetition, raised);
    expect(told).toMatchObject({ state: { name: '不予受理' }, closed: true });
    expect(told.events[0]?.text).toContain('人才市场');
  });
});

// Cities of their own, with a file store each: after all that sends files.
describe('a city without an intake of its own', () => {
  test('takes calls by the number of 12345 only', async () => {
    const other = await petitionsCity({ packId: 'dalian' });
    try {
      const taker = await other.person('keyuan', 'coordinator-clerk', 'development-reform');
      await expect(taker.call(contract.takeCall, aCall)).rejects.toEqual(
        refused(409, 'petition.no_call_taking'),
      );
      const taken = await taker.call(contract.takeCall, { ...aCall, ticket: 'DL20230508001' });
      expect(taken.number).toBe('RX-2023-0001');
    } finally {
      await other.close();
    }
  });
});

describe('the limit per address', () => {
  test('ends a flood of forms whatever stands in them', async () => {
    const busy = await petitionsCity({ rateLimits: true });
    try {
      const outside = busy.browser();
      const codes: string[] = [];
      for (let at = 0; at < 21; at += 1)
        await outside
          .call(contract.raisePetition, busy.form({ category: 'weather' }))
          .catch((error: unknown) => codes.push((error as { code: string }).code));
      expect(codes.at(-1)).toBe('http.too_many');
      expect(new Set(codes.slice(0, 20))).toEqual(new Set(['petition.no_such_category']));
    } finally {
      await busy.close();
    }
  });
});
