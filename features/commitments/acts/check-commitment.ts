import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import {
  actOnMatter,
  type GivenFile,
  getMatter,
  type HeldMatter,
  keepFiles,
  linkMatters,
  type MatterId,
  openMatter,
  type Seat,
  seatsHeld,
} from '#engines/matters';
import { type FileId, findFile } from '#files';
import type { InputOf } from '#http';
import { defineRefusals, ensure } from '#kernel/refusal';
import { defineTellingKinds, tell } from '#telling';
import type { checkCommitment as route } from '../contract.ts';
import { rectificationOf, verdictActions } from './list-commitments.ts';

defineRefusals({
  'commitment.needs_requirement': { status: 422, text: '认定违约的，请写明整改要求' },
  'commitment.due_past': { status: 422, text: '整改期限{day}已经过去，请填写今天或以后的日期' },
  'commitment.rectified_already': {
    status: 409,
    text: '这项承诺已认定违约，请由责任单位报告纠正结果以后再核查；没有发出整改的，结论选“违约”',
  },
});

defineTellingKinds({ 'commitment.breached': '政府承诺认定违约，要求整改' });

type Asked = InputOf<typeof route>;

/** The verdict of an office; a breach becomes a rectification of the unit that promised, in the same transaction. */
export async function checkCommitment(city: City, asked: Asked) {
  const { id, version, verdict, note } = asked;
  const before = await getMatter(city, id as MatterId);
  ensureMay(city, 'commitment.check', {});
  ensure(before.row.kind === 'commitment', 'matter.unknown');
  const text = note.trim();
  ensureNotSecret({ text: `${text}\n${asked.requirement ?? ''}` });
  const files = await filesIn(city, asked.evidence ?? []);
  const said = verdict === 'breached' ? { breach: text } : { checkNote: text };
  const given = { ...said, ...(files.length > 0 ? { evidence: files.map(({ fileId }) => fileId) } : {}) };
  const done =
    before.row.state === 'breached'
      ? await foundBefore(city, before, asked)
      : await actOnMatter(city, {
          ...{ matterId: before.row.matterId, version, action: verdictActions[verdict], given },
          seats: ({ row }) => seatsHeld(city.actor, row).filter((seat) => seat !== 'system'),
        });
  await keepFiles(city, done.row.matterId, files);
  const rectification = verdict === 'breached' ? await rectify(city, done, { ...asked, note: text }) : null;
  await audit(city, {
    ...{ action: 'commitment.check', object: 'matter', objectId: done.row.matterId },
    details: { number: done.row.number, verdict, rectification },
  });
  return { matterId: id, version: done.row.version, rectification };
}

/** Found broken on the matter's own page: what is missing is the rectification only, and it is opened once. */
async function foundBefore(city: City, held: HeldMatter, { version, verdict }: Asked): Promise<HeldMatter> {
  ensure(held.row.version === version, 'matter.stale');
  const known = await rectificationOf(city, held.row);
  ensure(verdict === 'breached' && !known, 'commitment.rectified_already');
  return held;
}

async function rectify(city: City, { row, matter }: HeldMatter, asked: Asked): Promise<string> {
  const requirement = asked.requirement?.trim();
  ensure(requirement, 'commitment.needs_requirement');
  ensure(!asked.dueOn || asked.dueOn >= city.today, 'commitment.due_past', { day: asked.dueOn });
  const seat: Seat = seatsHeld(city.actor, row).includes('supervision-office')
    ? 'supervision-office'
    : 'coordinator';
  const opened = await openMatter(city, {
    ...{ kind: 'rectification', title: `${row.title}：违约整改`.slice(0, 200), seat, lead: matter.lead },
    given: {
      ...{ content: asked.note, cause: 'other', requirement, basis: `政府承诺${row.number}` },
      ...(asked.dueOn ? { dueDay: asked.dueOn } : {}),
    },
    ...{ enterprise: row.enterprise ?? undefined, projectId: row.projectId ?? undefined },
    ...{ districts: row.districts, raiser: city.actor.orgIds[0] },
    ...{ source: 'commitment', sourceKey: `${row.number} v${row.version}` },
  });
  const { matterId, number, title } = opened.row;
  await linkMatters(city, {
    ...{ matterId, version: undefined, to: row.matterId, link: 'caused-by', seat },
  });
  if (matter.lead)
    await tell(city, {
      ...{ key: `commitment ${row.matterId} v${row.version}`, to: [{ org: matter.lead }] },
      ...{ kind: 'commitment.breached', title: `政府承诺${row.number}认定违约，请整改` },
      text: `${title}：${requirement}`,
      about: { object: 'matter', objectId: matterId, path: `/matters/${matterId}` },
      urgency: 'normal',
    });
  return number;
}

/** Only what the checker sent himself. */
async function filesIn(city: City, ids: readonly FileId[]): Promise<GivenFile[]> {
  const found: GivenFile[] = [];
  for (const fileId of ids) {
    const file = await findFile(city, fileId);
    ensure(file && file.uploadedBy === city.actor.accountId, 'matter.no_such_file');
    found.push({ fileId, name: file.name, field: 'evidence', inner: false });
  }
  return found;
}
