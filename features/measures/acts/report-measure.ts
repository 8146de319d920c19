import { type City, ensureNotSecret } from '#access';
import { actOnMatter, instantOf, keepFiles, seatsHeld } from '#engines/matters';
import { type FileId, findFile } from '#files';
import type { InputOf } from '#http';
import { ensure, refuse } from '#kernel/refusal';
import type { reportMeasure as route } from '../contract.ts';
import { addFigure } from '../store/figure.ts';
import { measureFor } from './hold-measure.ts';
import { choicesOf } from './measure-standing.ts';

/** A unit tells how far it is, with paper and with the numbers its targets ask for. */
export async function reportMeasure(city: City, input: InputOf<typeof route>) {
  const { id, version, progress, standing, evidence, figures } = input;
  const row = await measureFor(city, 'measure.report', id);
  const known = choicesOf(city, 'standing').some((one) => one.id === standing);
  ensure(known, 'measure.no_such_choice', { field: '单位自评' });
  ensureNotSecret({ text: progress });
  const files = [];
  for (const fileId of evidence) {
    const file = await findFile(city, fileId as FileId);
    ensure(file && file.uploadedBy === city.actor.accountId, 'measure.no_such_file');
    files.push({ fileId, name: file.name, field: 'evidence', inner: false });
  }
  const isLead = row.matterLead !== null && city.actor.holders.includes(row.matterLead);
  const supports = row.state === 'checking' ? 'supplement' : 'contribute';
  const done = await actOnMatter(city, {
    ...{ matterId: row.matterId, version, action: isLead ? 'report' : supports },
    given: { progress, ...(isLead ? { standing } : {}), ...(evidence.length > 0 ? { evidence } : {}) },
    seats: (held) => seatsHeld(city.actor, held.row).filter((seat) => seat !== 'system'),
  });
  await keepFiles(city, row.matterId, files);
  const [orgId = null] = city.actor.orgIds;
  for (const { target, onDay, value } of figures) {
    if (!row.targets[target]?.tracked) refuse('measure.no_such_target', { target: target + 1 });
    ensure(onDay <= city.today, 'measure.figure_in_future', { day: onDay });
    const said = { measureId: row.measureId, target, orgId, onDay, value };
    await addFigure(city.tx, { ...said, by: city.actor.name, at: instantOf(city) });
  }
  return { version: done.row.version };
}
