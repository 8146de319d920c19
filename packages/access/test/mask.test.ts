import { describe, expect, test } from 'vitest';
import { auditable } from '../auditable.ts';
import { maskPersonal, maskPhone } from '../mask.ts';

describe('a phone', () => {
  test.each([
    ['13912345678', '139****5678'],
    ['139-1234-5678', '139****5678'],
    ['+86 13912345678', '139****5678'],
    ['0411-82345678', '0411-8234****'],
    ['82345678', '8234****'],
    ['110', '***'],
    ['', ''],
  ])('%s is shown as %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));
});

describe('personal numbers in a text', () => {
  test.each([
    ['联系人 张三13912345678，李四 0411-82345678。', '联系人 张三139****5678，李四 0411-8234****。'],
    ['身份证 21020219800101123X', '身份证 210202***********X'],
    ['编号 0190c3f2-1111-7000-8000-a13912345678', '编号 0190c3f2-1111-7000-8000-a13912345678'],
    ['项目代码 2302-210200-04-01-139123', '项目代码 2302-210200-04-01-139123'],
    ['信用代码 91210200MA0TXXXX1X', '信用代码 91210200MA0TXXXX1X'],
    ['总投资 1391234567800 分', '总投资 1391234567800 分'],
  ])('%s reads %s', (text, masked) => expect(maskPersonal(text)).toBe(masked));
});

test('details of an audit entry hold nothing that opens a door, and amounts stay readable', () => {
  expect(
    auditable({
      password: 'Abc123!!',
      newPassword: 'x',
      token: 't',
      nested: { phone: '13912345678', 密码: 'y', list: ['13912345678', 3] },
      totalFen: '13912345678',
      amountFen: 5n,
      at: new Date(0),
      none: undefined,
      nothing: null,
    }),
  ).toEqual({
    password: '***',
    newPassword: '***',
    token: '***',
    nested: { phone: '139****5678', 密码: '***', list: ['139****5678', 3] },
    totalFen: '13912345678',
    amountFen: '5',
    at: '1970-01-01T00:00:00.000Z',
    nothing: null,
  });
});
