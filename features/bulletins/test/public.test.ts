import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { facesHere } from '#documents';
import * as contract from '../contract.ts';
import type { BulletinId } from '../store/bulletin.ts';
import { type DemonstrationCity, dalian, demonstrationCity, type Person } from './demonstration-city.ts';

describe.skipIf(!facesHere())('an issued bulletin (needs a Chinese font to be printed)', () => {
  let city: DemonstrationCity;
  let clerk: Person;
  let head: Person;
  let id: BulletinId;
  const turn = async () => ({ id, version: (await clerk.call(contract.viewBulletin, { id })).edition });

  beforeAll(async () => {
    city = await demonstrationCity();
    [clerk, head] = [await city.person('keyuan'), await city.person('zhuren')];
    const [section, leader] = [await city.person('chuzhang'), await city.person('lingdao')];
    id = (await clerk.call(contract.composeBulletin, {})).bulletinId;
    const { wording, edition } = await clerk.call(contract.viewBulletin, { id });
    const open = { ...wording, publicity: '主动公开' as const };
    await clerk.call(contract.saveWording, { id, version: edition, wording: open });
    await clerk.call(contract.submitBulletin, await turn());
    await section.call(contract.checkBulletin, { ...(await turn()), offices: [] });
    await leader.call(contract.signBulletin, await turn());
    await clerk.call(contract.numberBulletin, { ...(await turn()), issue: 8 });
    const scan = { name: '盖章件.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF\n') };
    await clerk.call(contract.sealBulletin, { ...(await turn()), file: scan });
  }, 180_000);
  afterAll(() => city?.close());

  test('has no archive copy before it is issued; then one with every part and its SM3', async () => {
    await expect(clerk.call(contract.archiveCopy, { id })).rejects.toMatchObject({
      code: 'bulletin.not_issued',
    });
    await clerk.call(contract.issueBulletin, { ...(await turn()), issuedOn: '2023-09-12' });
    const copy = await clerk.call(contract.archiveCopy, { id });
    expect(copy.name).toBe('2023-08通报归档包（第1稿）.zip');
    const parts = await partsOf(Buffer.from(copy.bytes));
    const directory = (parts.get('0-目录.csv') ?? Buffer.alloc(0)).toString('utf8');
    expect([...parts.keys()]).toEqual([
      ...['1-正文.pdf', '2-正文.docx', '3-盖章件-盖章件.pdf', '4-冻结的数据.json', '5-办理过程.csv'],
      '0-目录.csv',
    ]);
    for (const [name, bytes] of parts) {
      if (name === '0-目录.csv') continue;
      expect(directory).toContain(`${name},${bytes.length},${createHash('sm3').update(bytes).digest('hex')}`);
    }
    const { hash } = await clerk.call(contract.viewBulletin, { id });
    expect(
      createHash('sm3')
        .update(parts.get('4-冻结的数据.json') ?? '')
        .digest('hex'),
    ).toBe(hash);
    const district = await city.person('qutianbao');
    await expect(district.call(contract.archiveCopy, { id })).rejects.toMatchObject({ status: 403 });
  });

  test('is nobody else’s before the secrecy review, and everybody’s after it', async () => {
    const anybody = city.passerBy();
    const cityId = dalian;
    expect((await anybody.call(contract.publicBulletins, { cityId })).bulletins).toEqual([]);
    await expect(anybody.call(contract.publicBulletinPdf, { id, cityId })).rejects.toMatchObject({
      status: 404,
    });
    await expect(anybody.call(contract.bulletinPdf, { id })).rejects.toMatchObject({ status: 401 });
    const review = { opinion: '不涉密', reviewer: '郑审查', reviewedOn: '2023-09-13' } as const;
    await head.call(contract.releaseBulletin, { ...(await turn()), ...review });
    expect(await anybody.call(contract.publicBulletins, { cityId })).toMatchObject({
      bulletins: [
        { bulletinId: id, title: '关于2023年8月全市重点项目推进情况的通报', issuedOn: '2023-09-12' },
      ],
    });
    const [open, kept] = await Promise.all([
      anybody.call(contract.publicBulletinPdf, { id, cityId }),
      clerk.call(contract.bulletinPdf, { id }),
    ]);
    expect(Buffer.compare(open.bytes, kept.bytes)).toBe(0);
    expect((await anybody.call(contract.publicBulletins, { cityId: 331_100 })).bulletins).toEqual([]);
    await expect(anybody.call(contract.publicBulletinPdf, { id, cityId: 331_100 })).rejects.toMatchObject({
      status: 404,
    });
    await expect(anybody.call(contract.viewBulletin, { id })).rejects.toMatchObject({ status: 401 });
  });
});

async function partsOf(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(archive, { lazyEntries: true });
  const parts = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece);
    parts.set(entry.fileName, Buffer.concat(pieces));
  }
  return parts;
}
