import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileStore, setFileStore } from '#files';
import * as contract from '../contract.ts';
import { aCity, aProject, type Person, type TestCity } from './support/a-city.ts';

let city: TestCity;
let clerk: Person;
let east: Person;
let west: Person;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guatu-attachments-'));
  setFileStore(await openFileStore(folder));
  city = await aCity('2023-06-01');
  clerk = await city.person('clerk', { role: 'coordinator-clerk' });
  east = await city.person('east', { role: 'district-filler', orgId: city.orgs.east });
  west = await city.person('west', { role: 'district-filler', orgId: city.orgs.west });
});
afterAll(async () => {
  await city.close();
  await rm(folder, { recursive: true });
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const photo = { name: '现场.png', bytes: new Uint8Array(png) };

test('a photo is told by its content, comes back as it was, and stays in its scope', async () => {
  const { projectId: id } = await aProject(east, '东川水泥厂', city.orgs.east);
  const { attachmentId } = await east.call(contract.addAttachment, {
    ...{ id, caption: '主体封顶', takenOn: '2023-05-30', file: { ...photo, name: '现场.txt' } },
  });
  const { attachments, mayAdd } = await clerk.call(contract.listAttachments, { id });
  expect(mayAdd).toBe(true);
  expect(attachments).toMatchObject([
    { attachmentId, kind: 'photo', caption: '主体封顶', mediaType: 'image/png', sizeBytes: png.length },
  ]);
  const opened = await clerk.call(contract.openAttachment, { id, attachmentId });
  expect(Buffer.compare(Buffer.from(opened.bytes), png)).toBe(0);
  expect(opened.contentType).toBe('image/png');
  await expect(west.call(contract.listAttachments, { id })).rejects.toMatchObject({ status: 403 });
  await expect(west.call(contract.openAttachment, { id, attachmentId })).rejects.toMatchObject({
    status: 403,
  });
  await expect(west.call(contract.addAttachment, { id, caption: '乱放', file: photo })).rejects.toMatchObject(
    { status: 403 },
  );
});

test.each([
  ['a program', '程序.png', 'MZ\x90\x00\x03\x00\x00\x00\xff\xff', 'files.kind_not_accepted'],
  ['an empty file', '照片.png', '', 'files.empty'],
  ['what bears a mark of secrecy', '机密★批文.pdf', '%PDF-1.7\n', 'secrecy.marked'],
])('%s is refused, and nothing is kept of it', async (_what, name, content, code) => {
  const { projectId: id } = await aProject(
    east,
    `东川${name}厂`.replaceAll(/[^\p{L}]/gu, ''),
    city.orgs.east,
  );
  const file = { name, bytes: new Uint8Array(Buffer.from(content, 'latin1')) };
  await expect(east.call(contract.addAttachment, { id, caption: '附件', file })).rejects.toMatchObject({
    code,
  });
  expect((await east.call(contract.listAttachments, { id })).attachments).toEqual([]);
});

test('a file proves a stage, and from then on is not taken off; another one is, with the reason', async () => {
  await city.goTo('2023-06-01');
  const { projectId: id, version } = await aProject(east, '东川玻璃厂', city.orgs.east);
  const other = await aProject(east, '东川陶瓷厂', city.orgs.east);
  await city.goTo('2023-06-10');
  const add = (of: typeof id) =>
    east.call(contract.addAttachment, { id: of, caption: '完工证明', file: photo });
  const { attachmentId } = await add(id);
  const foreign = (await add(other.projectId)).attachmentId;
  const move = (proof: typeof attachmentId) =>
    east.call(contract.changeStage, {
      ...{ id, version, to: 'built', on: '2023-06-08' },
      evidence: [{ kind: 'completion-statement', attachmentId: proof }],
    });
  await expect(move(foreign)).rejects.toMatchObject({ code: 'attachment.not_found' });
  await move(attachmentId);
  const removal = { id, attachmentId, reason: '传错' };
  await expect(east.call(contract.removeAttachment, removal)).rejects.toMatchObject({
    code: 'attachment.is_evidence',
  });
  await east.call(contract.removeAttachment, {
    ...{ id: other.projectId, attachmentId: foreign, reason: '传错' },
  });
  expect((await east.call(contract.listAttachments, { id: other.projectId })).attachments).toEqual([]);
});

test('a photo from the future is refused', async () => {
  const { projectId: id } = await aProject(east, '东川橡胶厂', city.orgs.east);
  const adding = east.call(contract.addAttachment, {
    id,
    caption: '封顶',
    takenOn: '2023-06-11',
    file: photo,
  });
  await expect(adding).rejects.toMatchObject({ code: 'attachment.taken_in_future' });
});
