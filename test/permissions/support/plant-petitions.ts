import { type City, localOperator } from '#access';
import { actOnMatter, getMatter, type HeldMatter, listMatters } from '#engines/matters';
import { sendFile } from '../../../features/petitions/acts/act-as-raiser.ts';
import { recordCallBack } from '../../../features/petitions/acts/call-back.ts';
import { openByCode } from '../../../features/petitions/acts/open-by-code.ts';
import { raisePetition } from '../../../features/petitions/acts/raise-petition.ts';
import { Refusal } from '../../../packages/kernel/refusal.ts';
import { scan } from './fill-attachments.ts';
import type { Offices } from './fill-side.ts';
import { marksOf, type SideName } from './marks.ts';
import type { OpenedProgram } from './open-program.ts';

/** Opened long ago: no form is filled in as fast as a test does. */
export function formNumbered(n: number): string {
  return `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

const blank = { kind: 'appeal', language: 'zh', category: 'land' } as const;

/** Of each side a petition led by its department, and one that waits to be called back. */
export async function plantPetitions(
  program: OpenedProgram,
  cityId: number,
  { name: side, offices }: { readonly name: SideName; readonly offices: Offices },
) {
  const { word, phone } = marksOf(side);
  const inCity = <T>(act: (city: City) => Promise<T>) => program.inCity(cityId, act);
  async function raise(about: string, n: number): Promise<HeldMatter> {
    const form = formNumbered((side === 'east' ? 100 : 200) + n);
    const { number } = await inCity((city) =>
      raisePetition(city, {
        ...{ ...blank, submission: form as never, districtId: offices.district.orgId, name: word('联系人') },
        ...{
          enterprise: word(`企业${n}`),
          content: word(`${about}，厂区用地证办理受阻`),
          request: word('尽快办理'),
        },
        phone: phone(40 + n),
      }),
    );
    return inCity(async (city) => {
      const { rows } = await listMatters(city, { words: number }, { limit: 1, offset: 0 });
      return getMatter(city, rows[0]!.matterId);
    });
  }
  const act = (held: HeldMatter, action: string, given: object, lead?: string) =>
    inCity((city) =>
      actOnMatter(city, {
        ...{ matterId: held.row.matterId, version: undefined, action, given: { ...given } },
        ...(lead ? { lead } : {}),
        seats: () => (lead ? ['coordinator'] : ['lead']),
      }),
    );
  const led = await raise('待受理', 1);
  await act(led, 'assign', {}, offices.department.orgId);
  const waiting = await raise('待回访', 2);
  await act(waiting, 'assign', {}, offices.department.orgId);
  await act(waiting, 'accept', { complexity: 'plain' });
  const answered = await act(waiting, 'answer', { reply: word('答复') });
  await inCity((city) =>
    recordCallBack(
      { ...city, actor: localOperator },
      { id: waiting.row.matterId as never, version: answered.row.version, outcome: 'not-reached' },
    ),
  );
  return { led: led.row.matterId, waiting: { id: waiting.row.matterId, version: answered.row.version } };
}

/** One that bears no mark, to be followed by everybody with its number and code; and one wrong code. */
export async function plantPublicPetition(program: OpenedProgram, cityId: number) {
  const inCity = <T>(act: (city: City) => Promise<T>) => program.inCity(cityId, act);
  const raised = await inCity((city) =>
    raisePetition(city, {
      ...{ ...blank, submission: formNumbered(1) as never, enterprise: '双江轴承厂', name: '某人' },
      ...{ content: '门前道路长期积水，影响货车进出。', request: '请疏通', phone: '0411-88880000' },
    }),
  );
  await inCity((city) => openByCode(city, { number: 'SQ-2000-0001', code: 'AAAAA-AAAAA' }));
  const sent = await inCity((city) => sendFile(city, { ...raised, file: scan }));
  if (sent instanceof Refusal) throw sent;
  const fileId = sent.files[0]!.fileId;
  return { ...raised, fileId, version: sent.version };
}
