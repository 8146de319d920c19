import { Type } from 'typebox';
import { definePermissions } from '#access';
import { defineRefusals } from '#kernel/refusal';
import { dayText, fenText, InstantText, idText, oneOf, secretText } from '../../field.ts';
import { Page, PageInput } from '../../page.ts';
import { Done, defineRoute, Nothing } from '../../route.ts';
import { Versioned } from '../../version.ts';

/** A small feature of nothing but things, with one route of every kind. */
defineRefusals({
  'thing.unknown': { status: 404, text: '没有这个物件' },
  'thing.forbidden_name': { status: 422, text: '物件不能叫「{name}」' },
  'thing.wrong_word': { status: 401, text: '口令不对' },
});

definePermissions([
  { action: 'thing.view', text: '查看物件', roles: ['guest', 'coordinator-clerk'], within: 'city' },
  { action: 'thing.edit', text: '修改物件', roles: ['coordinator-clerk'], within: 'city' },
]);

const ThingView = Type.Object({
  id: idText<'thing'>(),
  name: Type.String(),
  amountFen: fenText(),
  version: Type.Integer(),
  madeAt: InstantText,
});

const common = { refusals: ['thing.unknown', 'thing.forbidden_name'], summary: '试验' } as const;
const Name = { name: Type.String({ title: '名称', minLength: 1, maxLength: 20 }) };
const ThingId = { id: idText<'thing'>({ title: '编号' }) };

export const listThings = defineRoute({
  ...common,
  method: 'GET',
  path: '/things',
  permission: 'thing.view',
  input: Type.Object({
    ...PageInput,
    name: Type.Optional(Type.String({ title: '名称' })),
    order: Type.Optional(oneOf(['name', 'amount'], { title: '排序' })),
    since: Type.Optional(dayText({ title: '起始日' })),
  }),
  output: Page(ThingView),
});

export const addThing = defineRoute({
  ...common,
  method: 'POST',
  path: '/things',
  permission: 'thing.edit',
  input: Type.Object({ ...Name, amountFen: fenText({ title: '金额' }) }),
  output: ThingView,
});

export const renameThing = defineRoute({
  ...common,
  refusals: [...common.refusals, 'http.stale_version'],
  method: 'PUT',
  path: '/things/:id',
  permission: 'thing.edit',
  input: Type.Object({ ...ThingId, ...Name, ...Versioned }),
  output: ThingView,
});

export const uploadThings = defineRoute({
  ...common,
  method: 'POST',
  path: '/things/file',
  permission: 'thing.edit',
  input: Type.Object({
    note: Type.Optional(Type.String()),
    years: Type.Optional(Type.Array(Type.Integer())),
  }),
  output: Type.Object({
    name: Type.String(),
    size: Type.Integer(),
    sm3: Type.String(),
    years: Type.Array(Type.Integer()),
  }),
  upload: true,
});

export const downloadThings = defineRoute({
  ...common,
  method: 'GET',
  path: '/things/file',
  permission: 'thing.view',
  input: Nothing,
  binary: { contentType: 'text/csv; charset=utf-8' },
});

export const exportThings = defineRoute({
  ...common,
  method: 'GET',
  path: '/things/export',
  permission: 'thing.view',
  input: Nothing,
  output: Done,
  audited: true,
});

export const writeInRead = defineRoute({
  ...common,
  method: 'GET',
  path: '/things/write-in-read',
  permission: 'thing.view',
  input: Nothing,
  output: Done,
});

export const breakDown = defineRoute({
  ...common,
  method: 'POST',
  path: '/things/break',
  permission: 'thing.edit',
  input: Type.Object({ how: oneOf(['throw', 'answer', 'slow', 'cut', 'clash']) }),
  output: Type.Object({ count: Type.Integer() }),
});

export const knock = defineRoute({
  ...common,
  refusals: ['thing.wrong_word'],
  method: 'POST',
  path: '/knock',
  permission: 'public',
  input: Type.Object({ cityId: Type.Optional(Type.Integer()), word: Type.String({ title: '口令' }) }),
  output: Type.Object({ cityId: Type.Integer(), actor: Type.String() }),
});

export const leave = defineRoute({
  ...common,
  method: 'DELETE',
  path: '/knock',
  permission: 'signed-in',
  input: Nothing,
  output: Done,
});

export const whisper = defineRoute({
  ...common,
  method: 'POST',
  path: '/whisper',
  permission: 'public',
  input: Nothing,
  output: Done,
  atMost: { times: 2, perSeconds: 60 },
});

export const makeSecret = defineRoute({
  ...common,
  method: 'POST',
  path: '/secrets',
  permission: 'thing.edit',
  input: Type.Object({ own: secretText({ title: '口令' }), name: Type.String() }),
  output: Type.Object({ word: Type.String() }),
  secretAnswer: true,
});
