import { describe, expect, test } from 'vitest';
import { bearsSecrecyMark, ensureNotSecret } from '../secrecy.ts';

describe('a file name that bears a mark', () => {
  test.each([
    '绝密★重点项目清单.xlsx',
    '机密★20年 会议纪要.docx',
    '（机密）2023年调度表.xlsx',
    '【秘密】通报.pdf',
    '[绝密]通报.pdf',
    '重点项目-秘密.xlsx',
    '重点项目清单（秘密·长期）.docx',
    '秘密.docx',
    '机密重点项目清单.xlsx',
    '机密文件.docx',
    '秘密_第3号.docx',
    '絕密★啟用前.pdf',
    '关于港口项目的请示（机　密）.docx',
    '机\u200b密★10年.docx',
  ])('%s is refused', (name) => expect(bearsSecrecyMark({ name })).toBe(true));
});

describe('a file name with the characters in another sense', () => {
  test.each([
    '服务秘书名单.xlsx',
    '2023年项目服务秘书密切联系表.xlsx',
    '商业秘密保护办法.docx',
    '秘密武器.docx',
    '关于保守国家秘密的学习材料.docx',
    '机密性评估.docx',
    '机密计算产业园项目.xlsx',
    '保密承诺书.docx',
    '2023年3月份市级重点项目调度表.xlsx',
    '秘书处密件登记流程.docx',
    '',
  ])('%s is taken', (name) => expect(bearsSecrecyMark({ name })).toBe(false));
});

describe('a text that bears a mark', () => {
  test.each([
    ['a star after the level', '前言\n机密★\n正文'],
    ['a term after the star', '秘密★1年\n大连市人民政府文件'],
    ['spaces between the characters', '绝　密 ★ 长期\n关于……的请示'],
    ['a field', '标题\n密级：秘密\n正文'],
    ['a field in brackets', '密级（机密）'],
    ['two cells of a sheet', '密级\t秘密\t份号\t001'],
    ['a ticked box', '密级：□公开 ☑机密 □秘密'],
    ['a line of the head', '000001\n机密\n特急\n大连市发展和改革委员会文件'],
    ['a line of the head with a term', '秘密 5年\n关于项目的报告'],
    ['a line of the head in brackets', '【绝密】\n报告'],
  ])('%s', (_what, text) => expect(bearsSecrecyMark({ text })).toBe(true));
});

describe('a text with the characters in another sense', () => {
  test.each([
    ['the notice on every page', '非涉密系统，严禁录入国家秘密'],
    ['a trade secret', '依法保护商业秘密★重点企业名单'],
    ['a figure of speech', '企业的秘密武器是研发投入，其机密不外传。'],
    ['a secretary', '服务秘书：王秘书，密切跟踪'],
    ['an explanation of the levels', '国家秘密的密级分为绝密、机密、秘密三级。'],
    ['an open field', '密级：公开'],
    ['an unticked form', '密级：☑公开 □机密 □秘密'],
    ['the law', '《中华人民共和国保守国家秘密法》'],
    ['a word alone far below the head', `${'项目\n'.repeat(40)}秘密\n`],
  ])('%s', (_what, text) => expect(bearsSecrecyMark({ text })).toBe(false));
});

test('the refusal repeats neither the name nor the text', () => {
  try {
    ensureNotSecret({ name: '机密★跨海通道.docx', text: '机密★' });
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ code: 'secrecy.marked', details: {} });
    expect(JSON.stringify(error) + String(error)).not.toContain('跨海');
  }
});
