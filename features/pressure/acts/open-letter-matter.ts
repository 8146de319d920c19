import type { City } from '#access';
import type { Block, OfficialDocument } from '#documents';
import {
  actOnMatter,
  attachFile,
  type Given,
  type HeldMatter,
  keepFiles,
  kindRulesOf,
  matterKind,
  type NewMatter,
  openMatter,
  type Seat,
  seatsHeld,
} from '#engines/matters';
import type { PlainDate } from '#kernel/plain-date';
import { matterOf } from '../domain/form.ts';
import { formNames, matterWords, words } from '../texts.ts';
import { projectPlace } from './compose-letter.ts';
import type { OpenedLetter } from './open-letter.ts';

type Kept = { readonly fileId: string; readonly name: string };
type Issued = {
  readonly pdf: Kept;
  readonly document: OfficialDocument;
  readonly dueOn: PlainDate;
};

/**
 * The issued paper as a matter of its recipient: receipt and answer have their clocks, what is put right is verified. In
 * the transaction of the issue.
 */
export async function openLetterMatter(city: City, opened: OpenedLetter, issued: Issued): Promise<string> {
  const { letter, figures } = opened;
  const { form, orgId, projectId, letterId } = letter;
  const kind = matterOf[form];
  const definition = matterKind(kind);
  const seat = seatFor(city, definition.opens.by);
  const given = givenOf(city, opened, issued);
  const held = await openMatter(city, {
    ...{ kind, seat, given, source: 'letter', sourceKey: letterId },
    title: matterWords.title(formNames[form], figures.subject?.name ?? figures.recipient.name),
    ...(projectId ? { projectId, districts: await projectPlace(city, projectId) } : {}),
    ...{ orgId, lead: orgId, guarded: form === 'interview' },
  } satisfies NewMatter);
  const { matterId } = held.row;
  await issueMatter(city, held, opened, issued);
  // The letter itself hangs on the matter, for whoever has to answer it.
  if (kind !== 'reminder-letter')
    await attachFile(city, {
      matterId,
      seat,
      fileId: issued.pdf.fileId,
      name: issued.pdf.name,
      inner: false,
    });
  return matterId;
}

/** Drafting was the letter's own way: the matter begins where its recipient has to act. */
async function issueMatter(
  city: City,
  { row: { matterId, version, kind } }: HeldMatter,
  { letter, wording, standing }: OpenedLetter,
  { pdf, dueOn }: Issued,
): Promise<void> {
  const action = kind === 'interview' ? 'approve' : 'issue';
  if (!matterKind(kind).actions[action]) return;
  const { documentNumber, sealFileId } = standing;
  const approval = sealFileId ?? pdf.fileId;
  const { interviewer, interviewee, heldOn, place } = wording.meeting ?? {};
  await actOnMatter(city, {
    ...{ matterId, version, action, lead: letter.orgId, seats: ({ row }) => seatsHeld(city.actor, row) },
    given: {
      ...{ documentNumber, document: [pdf.fileId], dueDay: dueOn, approval: [approval] },
      ...{ interviewer, interviewee, heldOn, place },
    },
  });
  if (kind === 'reminder-letter')
    await keepFiles(city, matterId, [{ ...pdf, field: 'document', inner: false }]);
  if (kind === 'interview' && sealFileId)
    await keepFiles(city, matterId, [
      { fileId: sealFileId, name: words.sealedCopy, field: 'approval', inner: true },
    ]);
}

function seatFor(city: City, allowed: readonly Seat[]): Seat {
  const row = { lead: null, support: [], raiser: null, raisedBy: '', districts: [] };
  const held = seatsHeld(city.actor, row).filter((seat) => seat !== 'system');
  return held.find((seat) => allowed.includes(seat)) ?? 'coordinator';
}

/** What opening asks for, in the words of the letter. */
function givenOf(city: City, { letter, figures, wording, standing }: OpenedLetter, issued: Issued): Given {
  const paragraphs = issued.document.body.flatMap((block: Block) =>
    block.kind === 'paragraph' ? [block.text] : [],
  );
  const { rule, month } = figures;
  const causes = kindRulesOf(city.pack, 'rectification').choices['cause'] ?? [];
  const number = standing.documentNumber ?? '';
  return {
    content: paragraphs.join('\n').slice(0, 4000),
    source: rule && month ? matterWords.source(rule.text, month.month) : number || formNames[letter.form],
    basis: rule ? `${rule.basis}；${number}` : number,
    requirement: paragraphs.at(-1) ?? matterWords.requirement,
    ...{ dueDay: issued.dueOn, documentNumber: number, cause: causes[0]?.id },
    ...(wording.meeting ? { interviewer: wording.meeting.interviewer } : {}),
  };
}
