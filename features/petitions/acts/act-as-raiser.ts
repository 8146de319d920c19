import { type City, ensureNotSecret } from '#access';
import {
  actOnMatter,
  attachFile,
  type Given,
  kindRulesOf,
  matterDetail,
  matterKind,
  openActions,
  remark,
} from '#engines/matters';
import { satisfactionNames } from '#features/matters';
import { downloadName, type FileKindId, getFile, putFile, readFileBytes } from '#files';
import type { HandledInputOf, InputOf } from '#http';
import { ensure, Refusal } from '#kernel/refusal';
import type { actAsRaiser as actRoute, openPetitionFile, sendPetitionFile } from '../contract.ts';
import { type RaiserAsk, raiserAsks, toldFiles } from '../domain/told-events.ts';
import { limitsOf } from '../petitions-section.ts';
import { type Opened, openByCode } from './open-by-code.ts';
import { tellRaiserActed } from './tell-intake.ts';
import { viewAgain, viewFollowed } from './view-followed.ts';

const did: Readonly<Record<RaiserAsk, string>> = {
  confirm: '已评价',
  reject: '不满意，退回重办',
  withdraw: '已撤回',
  correct: '已补正',
  supplement: '补充了情况',
};

export async function followPetition(city: City, asked: { readonly number: string; readonly code: string }) {
  const opened = await openByCode(city, asked);
  return opened instanceof Refusal ? opened : viewFollowed(opened.city, opened.held);
}

/** What is asked of the raiser, done with the code. */
export async function actAsRaiser(city: City, input: InputOf<typeof actRoute>) {
  const opened = await openByCode(city, input);
  if (opened instanceof Refusal) return opened;
  const { held } = opened;
  const text = input.text?.trim() ?? '';
  ensureNotSecret({ text });
  const { links } = limitsOf(city.pack);
  ensure((text.match(/https?:\/\/|www\.[a-z0-9]/gi)?.length ?? 0) <= links, 'petition.too_many_links', {
    most: links,
  });
  ensureAsked(opened, input.action);
  const at = { matterId: held.row.matterId, version: input.version };
  const done =
    input.action === 'supplement'
      ? await remark(opened.city, { ...at, seat: 'raiser', text: needed(text), inner: false })
      : await actOnMatter(opened.city, {
          ...{ ...at, action: input.action, given: await givenFor(opened, input, text) },
          seats: () => ['raiser'],
        });
  await tellRaiserActed(opened.city, done, did[input.action]);
  return viewAgain(opened.city, done);
}

function ensureAsked({ held: { row, matter } }: Opened, action: RaiserAsk): void {
  const definition = matterKind(row.kind);
  const asks = raiserAsks(openActions(definition, matter, ['raiser']), row.closedAt !== null);
  ensure(asks.includes(action), 'petition.not_now', { state: definition.states[row.state] ?? row.state });
}

function needed(text: string): string {
  ensure(text !== '', 'petition.no_reason');
  return text;
}

async function givenFor(
  { city, held, petitionId }: Opened,
  { action, satisfaction }: InputOf<typeof actRoute>,
  text: string,
): Promise<Given> {
  switch (action) {
    case 'confirm': {
      ensure(satisfaction, 'petition.no_score');
      const { satisfactionFloor } = kindRulesOf(city.pack, held.row.kind);
      // Who is not satisfied says why, and it goes back: it does not close on a bad score.
      ensure(satisfaction <= satisfactionFloor, 'petition.choose_redo', {
        score: satisfactionNames[satisfaction - 1],
      });
      return { satisfaction };
    }
    case 'correct': {
      const asked = held.events.findLast(
        ({ fact }) => fact.type === 'acted' && fact.action === 'ask-correction',
      );
      const { files } = await matterDetail(city, held.row.matterId);
      const since = asked?.at ?? held.row.openedAt;
      const materials = files.filter(({ addedBy, addedAt }) => addedBy === petitionId && addedAt >= since);
      ensure(materials.length > 0, 'petition.no_material');
      return { materials: materials.map(({ fileId }) => fileId) };
    }
    default:
      return { reason: needed(text) };
  }
}

const accept: readonly FileKindId[] = ['jpeg', 'png', 'webp', 'pdf', 'ofd', 'docx', 'xlsx'];

/** A few small files, checked by content; as many again each time materials are asked for. */
export async function sendFile(city: City, input: HandledInputOf<typeof sendPetitionFile>) {
  const opened = await openByCode(city, input);
  if (opened instanceof Refusal) return opened;
  ensureAsked(opened, 'supplement');
  const { held, petitionId } = opened;
  const { files: few, fileMegabytes } = limitsOf(city.pack);
  const { files } = await matterDetail(opened.city, held.row.matterId);
  const askedAgain = held.events.filter(
    ({ fact }) => fact.type === 'acted' && fact.action === 'ask-correction',
  ).length;
  const most = few * (1 + askedAgain);
  ensure(files.filter(({ addedBy }) => addedBy === petitionId).length < most, 'petition.too_many_files', {
    most,
  });
  const { fileId, name } = await putFile(opened.city, {
    ...{ name: input.file.name, content: input.file.bytes, accept, ensureNotSecret },
    mostBytes: fileMegabytes * 1024 * 1024,
  });
  const done = await attachFile(opened.city, {
    ...{ matterId: held.row.matterId, seat: 'raiser', fileId, name, inner: false },
  });
  return viewAgain(opened.city, done);
}

export async function openFile(city: City, input: InputOf<typeof openPetitionFile>) {
  const opened = await openByCode(city, input);
  if (opened instanceof Refusal) return opened;
  const { files } = await matterDetail(opened.city, opened.held.row.matterId);
  const told = toldFiles(opened.held.events);
  const found = files.find(
    ({ fileId, innerOnly }) => fileId === input.fileId && !innerOnly && told.has(fileId),
  );
  ensure(found, 'matter.no_such_file');
  const { mediaType } = await getFile(opened.city, input.fileId);
  const bytes = await readFileBytes(opened.city, input.fileId);
  return { name: downloadName(found.name, mediaType), bytes, contentType: mediaType };
}
