import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { secretText } from '../field.ts';
import { Done, defineRoute } from '../route.ts';
import { hasSecretAnswer, isSecretInput } from '../server/secret.ts';

const common = { method: 'POST', path: '/x', permission: 'public', refusals: [], summary: '试验' } as const;
const text = (title: string) => Type.String({ title });
const input = Type.Object({
  own: secretText(),
  newPassword: text('新'),
  current: text('原密码'),
  name: text('姓名'),
});
const route = defineRoute({ ...common, input, output: Done });

describe('a secret input', () => {
  test.each([
    ['own', true, 'is declared'],
    ['newPassword', true, 'is called like one'],
    ['current', true, 'is titled like one'],
    ['name', false, 'is not a name'],
  ])('%s: %s, it %s', (name, secret) => expect(isSecretInput(route, name)).toBe(secret));
});

describe('a secret answer', () => {
  test.each([
    [true, 'declared', { ...common, input, output: Done, secretAnswer: true } as const],
    [true, 'called like one', { ...common, input, output: Type.Object({ oneTimePassword: Type.String() }) }],
    [false, 'anything else', route],
  ])('%s for one %s', (secret, _what, declaration) => expect(hasSecretAnswer(declaration)).toBe(secret));
});
