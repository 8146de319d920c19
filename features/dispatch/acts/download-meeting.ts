import { audit, type City } from '#access';
import { renderCard, renderDocx, renderPdf } from '#documents';
import { organisationsSection } from '#engines/registry';
import { ensure } from '#kernel/refusal';
import { citySection, sectionOf } from '#pack';
import { printMinutes } from '../domain/print-minutes.ts';
import { printSheet } from '../domain/print-sheet.ts';
import type { MeetingId } from '../store/meeting.ts';
import { ensureUnaltered } from './close-meeting.ts';
import { seenMeeting } from './open-meeting.ts';
import { viewMeeting } from './view-meeting.ts';

/** The minutes as a file; the same model gives both. */
export async function downloadMinutes(city: City, id: MeetingId, form: 'pdf' | 'docx') {
  const meeting = await seenMeeting(city, id, 'meeting.download');
  await ensureUnaltered(city, meeting);
  const view = await viewMeeting(city, id);
  const standing = view.decisions.filter(({ withdrawnReason }) => withdrawnReason === null);
  const said = (itemId: string | null) =>
    standing
      .filter((one) => one.itemId === itemId)
      .map(({ text, lead, support, dueOn }) => ({
        ...{ text, dueOn, lead: lead?.name ?? null, support: support.map(({ name }) => name) },
      }));
  const document = printMinutes({
    ...{ title: view.title, heldOn: view.heldOn, heldAt: view.heldAt, place: view.place, chair: view.chair },
    ...{ present: view.present ?? '', absent: view.absent ?? '', closed: view.state === 'closed' },
    issuer: issuerOf(city),
    items: view.items
      .filter(({ removed }) => !removed)
      .map(({ itemId, title }) => ({ title, decisions: said(itemId) })),
    others: said(null),
  });
  const bytes = form === 'pdf' ? renderPdf(document).bytes : await renderDocx(document);
  await trace(city, id, { form, digest: view.digest });
  return { name: `${document.title}${view.state === 'closed' ? '' : '（未定稿）'}.${form}`, bytes };
}

/** One item on one page; what is not for the reader is not on it. */
export async function downloadSheet(city: City, id: MeetingId, itemId: string) {
  const meeting = await seenMeeting(city, id, 'meeting.download');
  await ensureUnaltered(city, meeting);
  const view = await viewMeeting(city, id);
  const item = view.items.find((one) => one.itemId === itemId);
  ensure(item, 'meeting.no_such_item');
  const sheet = item.sheet ?? { ...outside, title: item.title };
  const { bytes } = renderCard(
    printSheet(
      sheet,
      {
        under: `${view.title}　${view.heldOn}`,
        foot: `数据截至 ${view.agendaAsOf ?? view.heldOn}　${city.actor.name} ${city.today} 打印`,
        lead: item.lead?.name ?? null,
      },
      item.comments.map(({ unit, text }) => ({ unit: unit.name, text })),
    ),
  );
  await trace(city, id, { form: 'sheet', itemId });
  return { name: `议题单 ${item.title}.pdf`, bytes };
}

const outside = {
  ...{ reasons: ['数据和原因不在您的范围'], district: null, light: null, planFen: null, actualFen: null },
  ...{ completion: null, earlier: [], cause: null, matters: [], responsible: [], lines: [] },
};

function issuerOf(city: City): string {
  const { name, fullName = name } = sectionOf(city.pack, citySection);
  const { groups, organisations } = sectionOf(city.pack, organisationsSection);
  const office = groups.find(({ id }) => id === 'government-office')?.members[0];
  return organisations.find(({ id }) => id === office)?.name ?? `${fullName}人民政府办公室`;
}

async function trace(
  city: City,
  objectId: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await audit(city, { action: 'meeting.download', object: 'meeting', objectId, details });
}
