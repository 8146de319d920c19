import { type City, ensureNotSecret } from '#access';
import {
  actOnMatter,
  attachFile,
  decideRequest,
  excludePeriod,
  type HeldMatter,
  keepFiles,
  leaderRequests,
  linkMatters,
  openMatter,
  pauseClock,
  remark,
  sweepMatters,
} from '#engines/matters';
import { putFile } from '#files';
import type { PlainDate } from '#kernel/plain-date';
import { scan } from './fill-attachments.ts';
import type { MadeProject, Offices } from './fill-side.ts';
import { marksOf, type SideName } from './marks.ts';
import { type OpenedProgram, today } from './open-program.ts';

type Side = {
  readonly name: SideName;
  readonly offices: Offices;
  readonly made: { readonly building: MadeProject };
};

/** The day on which the late one was taken in: by today it has climbed to a leader. */
const longAgo = '2023-05-02';

/** Of each side a matter in every state that is asked about, every word of it with the side's mark. */
export async function plantMatters(program: OpenedProgram, cityId: number, side: Side) {
  const on = <T>(day: PlainDate, act: (city: City) => Promise<T>) =>
    program.inCity(cityId, (city) => act({ ...city, today: day, now: new Date(`${day}T02:00:00Z`) }));
  const { word, phone } = marksOf(side.name);
  const { district, department } = side.offices;
  const open = (city: City, title: string, kind = 'problem') =>
    openMatter(city, {
      ...{ kind, title: word(title), seat: 'district', source: 'hand', projectId: side.made.building.id },
      ...{ lead: department.orgId, raiser: district.orgId, districts: [district.orgId] },
      given:
        kind === 'aid'
          ? { category: 'staff', content: word('需求'), contact: word('联系人'), phone: phone(31) }
          : { content: word('问题情况'), cause: 'land', request: word('需协调') },
    });
  const accept = (city: City, { row }: HeldMatter) =>
    actOnMatter(city, {
      ...{ matterId: row.matterId, version: undefined, action: 'accept', seats: () => ['lead'] },
      given: { plan: word('安排') },
    });
  const handled = async (city: City, title: string) => accept(city, await open(city, title));
  const late = [
    await on(longAgo, (city) => handled(city, '超期甲')),
    await on(longAgo, (city) => handled(city, '超期乙')),
  ];
  await on(today, (city) => sweepMatters(city, 100));
  return on(today, async (city) => {
    const raised = await open(city, '待受理');
    const handling = await handled(city, '办理中');
    const other = await handled(city, '另一件');
    const { row } = await handled(city, '暂停');
    const paused = await pauseClock(city, {
      ...{ matterId: row.matterId, version: undefined, seat: 'coordinator', clock: 'handle' },
      ...{ pause: 'litigation', reason: word('暂停原因'), approver: word('批准人'), plannedDays: 30 },
    });
    const personal = await open(city, '援助', 'aid');
    const at = { matterId: handling.row.matterId, version: undefined, seat: 'coordinator' } as const;
    await linkMatters(city, { ...at, to: other.row.matterId, link: 'blocks' });
    const inner = await remark(city, { ...at, text: word('内部意见'), inner: true });
    const { fileId } = await putFile(city, { name: scan.name, content: scan.bytes, ensureNotSecret });
    await keepFiles(city, at.matterId, [{ fileId, name: word('佐证.pdf'), field: 'evidence', inner: false }]);
    await attachFile(city, { ...at, fileId, name: word('佐证.pdf'), inner: true });
    const requests = await requestsOf(city, late, word);
    return {
      ...{
        raised: raised.row,
        handling: { ...handling.row, version: inner.row.version + 1 },
        other: other.row,
      },
      ...{ paused: paused.row, personal: personal.row, fileId, ...requests },
    };
  });
}

/** One request waits for the government office, one for a leader. */
async function requestsOf(
  city: City,
  [first, second]: readonly HeldMatter[],
  word: (about: string) => string,
) {
  const of = async (held: HeldMatter | undefined) =>
    leaderRequests(city, { state: 'drafted', matterId: held!.row.matterId });
  const [drafted] = await of(first);
  const [toForward] = await of(second);
  const forwarded = await decideRequest(city, { ...toForward!, forward: true, note: word('转呈意见') });
  return { drafted: drafted!, forwarded };
}

/** A period that counts for nobody, long ago. */
export async function plantExcludedPeriod(program: OpenedProgram, cityId: number): Promise<void> {
  await program.inCity(cityId, (city) =>
    excludePeriod(city, {
      ...{ from: '2022-01-04', to: '2022-01-05', document: '双江〔2022〕1号', reason: '停工' },
    }),
  );
}
