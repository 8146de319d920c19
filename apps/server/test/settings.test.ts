import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listSettings } from '../list-settings.ts';
import { readSettings } from '../settings.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'guatu-settings-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const read = (env: Record<string, string> = {}, file?: string) => {
  if (file !== undefined) writeFileSync(join(home, 'guatu.yaml'), file);
  return readSettings({ GUATU_HOME: home, ...env });
};

describe('a setting', () => {
  test('has its default without file or variable', () => {
    const { settings, sources } = read();
    expect(settings).toMatchObject({ home, host: '127.0.0.1', port: 8060, uploadMb: 50, https: false });
    expect([sources.home, sources.port]).toEqual(['environment', 'default']);
  });

  test('comes from the file, and from the environment before it', () => {
    const file = 'port: 9000\nhost: 0.0.0.0 # 局域网\npublic_origins: [https://gt.example.gov.cn]\n';
    const { settings, sources } = read({ GUATU_PORT: '9100' }, file);
    expect(settings).toMatchObject({
      port: 9100,
      host: '0.0.0.0',
      publicOrigins: ['https://gt.example.gov.cn'],
    });
    expect(sources).toMatchObject({ port: 'environment', host: 'file', uploadMb: 'default' });
  });

  test('may be a list in a variable', () => {
    const { settings } = read({ GUATU_PUBLIC_ORIGINS: 'https://a.cn, http://b.cn:81' });
    expect(settings.publicOrigins).toEqual(['https://a.cn', 'http://b.cn:81']);
  });

  test('is read from the file GUATU_CONFIG names', () => {
    mkdirSync(join(home, 'etc'));
    writeFileSync(join(home, 'etc', 'my.yaml'), 'upload_mb: 7\n');
    const { settings } = read({ GUATU_CONFIG: join(home, 'etc', 'my.yaml') });
    expect(settings.uploadMb).toBe(7);
  });

  test.each(['', '# 全部用默认值\n', 'port:\n'])('stays at its default in the file %j', (file) => {
    expect(read({}, file).settings.port).toBe(8060);
  });
});

describe('one clear sentence refuses', () => {
  test.each([
    ['an unknown name', {}, 'port: 9000\nprot: 9001\n', /guatu\.yaml 第 2 行的“prot”不是可用的设置.*port/],
    ['a home inside the home', {}, 'home: /srv\n', /第 1 行的“home”不是可用的设置/],
    [
      'a word for a number in the file',
      {},
      '\nport: 八千\n',
      /设置有误：port（.*guatu\.yaml 第 2 行） 应为整数。/,
    ],
    [
      'a number out of range in a variable',
      { GUATU_PORT: '70000' },
      '',
      /设置有误：GUATU_PORT 不能大于 65535。/,
    ],
    ['an unknown word', { GUATU_LOG_LEVEL: 'loud' }, '', /GUATU_LOG_LEVEL 只能是：fatal、error/],
    ['yes for true', { GUATU_HTTPS: 'yes' }, '', /GUATU_HTTPS 应为 true（是）或 false（否）/],
    ['a day that does not exist', { GUATU_TODAY: '2023-02-30' }, '', /GUATU_TODAY 应为真实的日期/],
    ['another database', { GUATU_DATABASE_URL: 'mysql://x' }, '', /GUATU_DATABASE_URL 格式不对/],
    [
      'two mistakes together',
      { GUATU_PORT: '0', GUATU_UPLOAD_MB: 'x' },
      '',
      /GUATU_PORT .*；GUATU_UPLOAD_MB /,
    ],
    ['a broken file', {}, 'port: [1\n', /guatu\.yaml 第 \d+ 行格式不对/],
    ['a file that is a list', {}, '- port\n', /格式不对/],
    ['a name given twice', {}, 'port: 1\nport: 2\n', /第 2 行格式不对/],
    [
      'a missing file',
      { GUATU_CONFIG: '/nowhere/guatu.yaml' },
      '',
      /\/nowhere\/guatu\.yaml 不存在或无法读取/,
    ],
  ])('%s', (_what, env, file, sentence) => {
    expect(() => read(env as Record<string, string>, file)).toThrow(sentence);
  });
});

describe('the list of settings', () => {
  test('tells meaning, value, default and source of each', () => {
    const listed = listSettings(read({ GUATU_PORT: '9100' }));
    expect(listed.every((one) => /\p{Script=Han}/u.test(one.meaning))).toBe(true);
    expect(listed.find((one) => one.variable === 'GUATU_PORT')).toEqual({
      variable: 'GUATU_PORT',
      fileKey: 'port',
      meaning: '网页服务的端口',
      value: '9100',
      usual: '8060',
      source: 'environment',
    });
    expect(listed.find((one) => one.variable === 'GUATU_HOME')).toMatchObject({ fileKey: null, value: home });
  });

  test('keeps the password of the database to itself', () => {
    const url = 'postgres://guatu:geheim@db/guatu';
    const listed = listSettings(read({ GUATU_DATABASE_URL: url }));
    expect(JSON.stringify(listed)).not.toContain('geheim');
    expect(listed.find((one) => one.variable === 'GUATU_DATABASE_URL')).toMatchObject({
      source: 'environment',
    });
  });
});
