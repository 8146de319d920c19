import { describe, expect, test } from 'vitest';
import { checkTarget } from '../target.ts';

describe('a message may be sent to', () => {
  test.each([
    ['8.8.8.8', []],
    ['2001:4860:4860::8888', []],
    ['10.3.4.5', ['10.3.4.5']],
    ['10.3.4.5', ['192.168.0.0/16', '10.3.0.0/16']],
    ['localhost', ['LOCALHOST']],
    ['[::1]', ['::1']],
  ])('%s where %j is allowed', async (host, allowed) => {
    expect(await checkTarget(host, allowed)).toMatchObject({ host: host.replace(/[[\]]/g, '') });
  });

  test.each([
    '127.0.0.1',
    '10.3.4.5',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.1.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '[::1]',
    '::',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::a00:1',
    'localhost',
  ])('not to %s, and the reason names the setting that would allow it', async (host) => {
    await expect(checkTarget(host, ['10.4.0.0/16'])).rejects.toMatchObject({
      message: expect.stringMatching(/内部网络地址.*outward_targets/),
      lasting: true,
    });
  });

  test('a host nobody knows is told as such, to be tried again', async () => {
    const gone = checkTarget('no-such-host.invalid', []);
    await expect(gone).rejects.toMatchObject({
      message: expect.stringContaining('找不到主机'),
      lasting: false,
    });
  });
});
