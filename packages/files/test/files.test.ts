import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { inScope, type Scope, tables } from '#db';
import { type TestDatabase, testDatabase } from '#db/testing';
import { newId } from '#kernel/id';
import { sm3 } from '#kernel/sm3';
import {
  contentPath,
  downloadName,
  type FileId,
  type FileStore,
  type FileWorld,
  filesMigrations,
  getFile,
  listHashes,
  openFile,
  openFileStore,
  type PutFile,
  putFile,
  readFileBytes,
  sweepIncoming,
} from '../index.ts';

const dalian: Scope = { cityId: 210_200, actorId: 'clerk', reach: 'city', holders: [] };
const lishui: Scope = { ...dalian, cityId: 331_100 };
const folder = mkdtempSync(join(tmpdir(), 'files-test-'));
let database: TestDatabase;
let files: FileStore;

beforeAll(async () => {
  database = await testDatabase([filesMigrations]);
  files = await openFileStore(join(folder, 'files'));
});

afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

function inCity<T>(work: (world: FileWorld) => Promise<T>, scope = dalian): Promise<T> {
  return inScope(database.db, scope, (tx) => work({ tx, files }));
}

const open = () => undefined;

function put(name: string, content: PutFile['content'], more: Partial<PutFile> = {}) {
  return inCity((world) => putFile(world, { name, content, ensureNotSecret: open, ...more }));
}

async function zip(parts: Record<string, string>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(parts)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  const pieces: Buffer[] = [];
  for await (const piece of archive.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const officeType = (kind: string) =>
  `<Types><Override ContentType="application/vnd.${kind}.main+xml"/></Types>`;

describe('a file put into the store', () => {
  test('is found again under its hash, readable by its owner alone', async () => {
    const file = await put('现场.txt', Buffer.from('已开工'));
    expect(file).toMatchObject({
      hash: sm3('已开工'),
      sizeBytes: 9,
      mediaType: 'text/plain',
      name: '现场.txt',
    });
    expect(file.uploadedBy).toBe('clerk');
    const path = contentPath(files, file.hash);
    expect(path.startsWith(join(files.folder, file.hash.slice(0, 2), file.hash.slice(2, 4)))).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(files.folder, 'incoming'))).toEqual([]);
    const { stream, file: found } = await inCity((world) => openFile(world, file.fileId));
    expect([await textOf(stream), found]).toEqual(['已开工', file]);
  });

  test('sent twice is two rows and one content, and mends what was damaged', async () => {
    const first = await put('a.txt', Buffer.from('同一内容'));
    writeFileSync(contentPath(files, first.hash), '坏了的内容！');
    const damaged = inCity((world) => readFileBytes(world, first.fileId));
    await expect(damaged).rejects.toMatchObject({ code: 'files.content_missing' });
    const second = await put('b.txt', Buffer.from('同一内容'));
    expect(second.hash).toBe(first.hash);
    expect(second.fileId).not.toBe(first.fileId);
    expect((await inCity((world) => readFileBytes(world, first.fileId))).toString()).toBe('同一内容');
  });

  test('may come as a stream', async () => {
    async function* pieces() {
      yield Buffer.from('分段');
      yield Buffer.from('到达');
    }
    expect(await put('c.txt', pieces())).toMatchObject({ hash: sm3('分段到达') });
  });

  test('is not seen from another city, not even by its id', async () => {
    const file = await put('d.txt', Buffer.from('本市'));
    const other = inCity((world) => getFile(world, file.fileId), lishui);
    await expect(other).rejects.toMatchObject({ code: 'files.not_found' });
    expect(await inCity((world) => listHashes(world.tx, '', 100), lishui)).toEqual([]);
    expect(await inCity((world) => listHashes(world.tx, '', 100))).toContain(file.hash);
  });

  test('whose content has gone is said to be missing', async () => {
    const file = await put('e.txt', Buffer.from('将被删'));
    rmSync(contentPath(files, file.hash));
    const reading = inCity((world) => openFile(world, file.fileId));
    await expect(reading).rejects.toMatchObject({ code: 'files.content_missing' });
  });

  test('an unknown id is not found', async () => {
    const reading = inCity((world) => openFile(world, newId<'file'>() as FileId));
    await expect(reading).rejects.toMatchObject({ code: 'files.not_found' });
  });
});

describe('what a name may do', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\五月.txt', '五月.txt'],
    ['a\u202etxt.exe', 'atxt.exe'],
    ['  .隐藏  ', '隐藏'],
    ['..', '未命名'],
    [`${'长'.repeat(200)}.txt`, `${'长'.repeat(146)}.txt`],
  ])('%s is kept as %s', async (name, kept) => {
    expect((await put(name, Buffer.from(`内容 ${kept}`))).name).toBe(kept);
  });
});

describe('what is accepted is seen from the content', () => {
  test.each<[string, () => Promise<Buffer> | Buffer, string]>([
    [
      'a workbook',
      () => zip({ '[Content_Types].xml': officeType('x.spreadsheetml.sheet') }),
      'spreadsheetml.sheet',
    ],
    [
      'a document',
      () => zip({ '[Content_Types].xml': officeType('x.wordprocessingml.document') }),
      'wordprocessingml',
    ],
    ['an OFD', () => zip({ 'OFD.xml': '<ofd/>' }), 'application/ofd'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['a photo', () => Buffer.from('ffd8ffe000104a464946', 'hex'), 'image/jpeg'],
    ['a table of text in GBK', () => Buffer.from([0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0x31]), 'text/plain'],
  ])('%s', async (_, content, mediaType) => {
    expect((await put('whatever.bin', await content())).mediaType).toContain(mediaType);
  });

  test.each<[string, string, () => Promise<Buffer> | Buffer, Partial<PutFile>]>([
    ['nothing', 'files.empty', () => Buffer.alloc(0), {}],
    ['a program', 'files.kind_not_accepted', () => Buffer.from('4d5a900003000000', 'hex'), {}],
    ['a web page', 'files.kind_not_accepted', () => Buffer.from('<html><script>'), {}],
    ['a drawing that may hold scripts', 'files.kind_not_accepted', () => Buffer.from('<svg xmlns="x"/>'), {}],
    ['any other archive', 'files.kind_not_accepted', () => zip({ 'a.txt': 'a' }), {}],
    [
      'macros',
      'files.macros',
      () => zip({ '[Content_Types].xml': officeType('x'), 'xl/vbaProject.bin': 'x' }),
      {},
    ],
    [
      'a PDF where tables are wanted',
      'files.kind_not_accepted',
      () => Buffer.from('%PDF-1.7'),
      { accept: ['xlsx'] },
    ],
    ['too much', 'files.too_large', () => Buffer.from('12345'), { mostBytes: 4 }],
  ])('%s is refused: %s', async (_, code, content, more) => {
    const before = readdirSync(files.folder);
    await expect(put('五月.xlsx', await content(), more)).rejects.toMatchObject({ code });
    expect(readdirSync(join(files.folder, 'incoming'))).toEqual([]);
    expect(readdirSync(files.folder)).toEqual(before);
  });
});

describe('the check for secrecy', () => {
  const refuseMarked: PutFile['ensureNotSecret'] = ({ name, text }) => {
    if (`${name}\n${text}`.includes('秘密★')) throw new Error('marked');
  };

  test('is asked with the name before a byte is written', async () => {
    let asked = 0;
    async function* content() {
      asked++;
      yield Buffer.from('x');
    }
    await expect(put('秘密★1年.txt', content(), { ensureNotSecret: refuseMarked })).rejects.toThrow('marked');
    expect(asked).toBe(0);
  });

  test.each<[string, () => Promise<Buffer> | Buffer]>([
    ['a text', () => Buffer.from('\n秘密★10年\n正文')],
    [
      'a document',
      () =>
        zip({
          '[Content_Types].xml': officeType('x.wordprocessingml.document'),
          'word/document.xml': '<w:p><w:r><w:t>秘</w:t></w:r><w:r><w:t>密★10年</w:t></w:r></w:p>',
        }),
    ],
    [
      'a workbook',
      () =>
        zip({
          '[Content_Types].xml': officeType('x.spreadsheetml.sheet'),
          'xl/sharedStrings.xml': '<sst><si><t>秘密★10年</t></si></sst>',
        }),
    ],
  ])('reads the first words of %s and leaves nothing behind', async (_, content) => {
    const bytes = await content();
    await expect(put('普通.bin', bytes, { ensureNotSecret: refuseMarked })).rejects.toThrow('marked');
    expect(existsSync(contentPath(files, sm3(bytes)))).toBe(false);
    expect(readdirSync(join(files.folder, 'incoming'))).toEqual([]);
  });
});

test('rows can neither be changed nor removed', async () => {
  const file = await put('f.txt', Buffer.from('不可改'));
  type FileTables = { 'city.file': { city_id: number; file_id: string; name: string } };
  const change = inCity(({ tx }) =>
    tables<FileTables>(tx)
      .updateTable('city.file')
      .set({ name: 'x' })
      .where('file_id', '=', file.fileId)
      .execute(),
  );
  await expect(change).rejects.toThrow();
});

test.each([
  ['现场.png', 'image/jpeg', '现场.png.jpg'],
  ['现场.JPG', 'image/jpeg', '现场.JPG'],
  ['附件', 'application/pdf', '附件.pdf'],
  ['附件.abc', 'application/unheard-of', '附件.abc'],
])('%s holding %s is saved as %s', (name, mediaType, saved) => {
  expect(downloadName(name, mediaType)).toBe(saved);
});

test('what a crash left half received is swept once it is old', async () => {
  const left = join(files.folder, 'incoming', 'left');
  writeFileSync(left, 'half');
  expect(await sweepIncoming(files, new Date(Date.now() - 60_000))).toBe(0);
  expect(await sweepIncoming(files, new Date(Date.now() + 60_000))).toBe(1);
  expect(existsSync(left)).toBe(false);
});
