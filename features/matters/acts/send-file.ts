import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { attachFile, type MatterId, matterDetail, seatsHeld } from '#engines/matters';
import { downloadName, type FileId, type FileKindId, getFile, putFile, readFileBytes } from '#files';
import type { ReceivedFile } from '#http';
import { ensure, refuse } from '#kernel/refusal';
import { isInsider } from './insider.ts';
import { matterFor, seenMatter } from './matter-target.ts';
import { movedView } from './moved-view.ts';

const accept: readonly FileKindId[] = [
  ...(['jpeg', 'png', 'webp'] as const),
  ...(['pdf', 'ofd', 'docx', 'doc', 'xlsx', 'xls'] as const),
];

function keep(city: City, file: ReceivedFile) {
  return putFile(city, { name: file.name, content: file.bytes, accept, ensureNotSecret });
}

/** Kept for whoever sent it, until an opening or an action names it. */
export async function sendFile(city: City, file: ReceivedFile) {
  ensureMay(city, 'matter.attach');
  const { fileId, name, sizeBytes } = await keep(city, file);
  return { fileId, name, sizeBytes };
}

/** Hangs a file on the matter beside any action. */
export async function attachToMatter(
  city: City,
  { id, inner, file }: { readonly id: MatterId; readonly inner: boolean; readonly file: ReceivedFile },
) {
  const { row } = await matterFor(city, 'matter.attach', id);
  const seats = seatsHeld(city.actor, row);
  ensure(!inner || isInsider(city.actor, seats), 'matter.inner_by_office');
  const { fileId, name } = await keep(city, file);
  const seat = seats[0] ?? 'raiser';
  return movedView(await attachFile(city, { matterId: id, seat, fileId, name, inner }));
}

/** The content, checked against its hash; inner files only within the offices. */
export async function openFile(
  city: City,
  { id, fileId }: { readonly id: MatterId; readonly fileId: FileId },
) {
  const { row } = await seenMatter(city, id);
  const { files } = await matterDetail(city, id);
  const found = files.find((one) => one.fileId === fileId) ?? refuse('matter.no_such_file');
  ensure(!found.innerOnly || isInsider(city.actor, seatsHeld(city.actor, row)), 'matter.no_such_file');
  const { mediaType } = await getFile(city, fileId);
  const bytes = await readFileBytes(city, fileId);
  const details = { number: row.number, file: found.name };
  await audit(city, { action: 'matter.open-file', object: 'matter', objectId: id, details });
  return { name: downloadName(found.name, mediaType), bytes, contentType: mediaType };
}
