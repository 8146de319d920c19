import { ensureNotSecret } from '#access';
import { asTableOwner } from '#db/testing';
import { putFile } from '#files';
import { newId } from '#kernel/id';
import * as bulletins from '../../../features/bulletins/contract.ts';
import type { Client } from '../../../packages/http/make-client.ts';
import type { OpenedProgram } from './open-program.ts';

const acts = ['submit', 'check', 'countersign', 'sign', 'number', 'seal', 'issue', 'archive'] as const;

/** Where a bulletin stands after so many of these acts. */
export const bulletinStates = [
  '拟稿',
  '核稿',
  '会签',
  '签发',
  '编号',
  '用印',
  '印发',
  '已印发',
  '已归档',
] as const;
export type BulletinState = (typeof bulletinStates)[number];

export type PlantedBulletin = { readonly id: string; readonly edition: number };
export type PlantedBulletins = Readonly<Record<BulletinState, PlantedBulletin>>;

/**
 * A bulletin of the month as the clerk composes it, and one in every further state. Those are planted: a month has one
 * bulletin under way, and of these none may wait for another.
 */
export async function plantBulletins(
  program: OpenedProgram,
  cityId: number,
  clerk: Client,
): Promise<PlantedBulletins> {
  const { bulletinId } = await clerk(bulletins.composeBulletin, { month: '2023-05' });
  const fileId = await program.inCity(cityId, async (city) => {
    const content = new TextEncoder().encode('%PDF-1.7\n%%EOF\n');
    return (await putFile(city, { name: '通报.pdf', content, ensureNotSecret })).fileId;
  });
  const details = {
    check: { offices: ['市工业局'] },
    countersign: { office: '市工业局', signer: '负责人' },
    number: { issue: 1, documentNumber: null },
    seal: { fileId, fileName: '通报.pdf' },
    issue: { issuedOn: '2023-06-15', pdfFileId: fileId, docxFileId: fileId },
    archive: { archiveNumber: null },
  } as const;
  const planted: Partial<Record<BulletinState, PlantedBulletin>> = { 拟稿: { id: bulletinId, edition: 1 } };
  for (const [at, state] of bulletinStates.entries()) {
    if (at === 0) continue;
    const id = newId<'bulletin'>();
    const month = `2022-${String(at).padStart(2, '0')}`;
    const steps = acts
      .slice(0, at)
      .map((act) => ({ act, details: act in details ? details[act as 'seal'] : {} }));
    await asTableOwner(program.db, copyOfBulletin, [cityId, bulletinId, id, month]);
    await asTableOwner(program.db, copyOfWording, [cityId, bulletinId, id]);
    await asTableOwner(program.db, plantedSteps, [cityId, id, JSON.stringify(steps)]);
    planted[state] = { id, edition: 1 + steps.length };
  }
  return planted as PlantedBulletins;
}

const copyOfBulletin = `insert into city.bulletin
    (city_id, bulletin_id, month, version, figures, hash, account_id, composed_by)
  select city_id, $3, $4, 1, figures, hash, account_id, composed_by from city.bulletin
  where city_id = $1 and bulletin_id = $2`;

const copyOfWording = `insert into city.bulletin_wording (city_id, bulletin_id, number, wording, account_id, by_name)
  select city_id, $3, number, jsonb_set(wording, '{publicity}', '"主动公开"'), account_id, by_name from city.bulletin_wording
  where city_id = $1 and bulletin_id = $2`;

const plantedSteps = `insert into city.bulletin_step (city_id, bulletin_id, number, act, details, account_id, by_name)
  select $1, $2, step.number, step.value ->> 'act', step.value -> 'details', '01890000-0000-7000-8000-000000000009', '他人'
  from jsonb_array_elements($3::jsonb) with ordinality step (value, number)`;
