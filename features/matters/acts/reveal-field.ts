import { audit, type City, ensureNotSecret } from '#access';
import { matterKind } from '#engines/matters';
import type { InputOf } from '#http';
import { ensure } from '#kernel/refusal';
import type { revealField as route } from '../contract.ts';
import { matterFor } from './matter-target.ts';

/** Personal data in the clear, for a reason, on the record: which field, never its value. */
export async function revealField(city: City, { id, field, reason }: InputOf<typeof route>) {
  ensureNotSecret({ text: reason });
  const { row, matter } = await matterFor(city, 'matter.reveal', id);
  const declared = matterKind(row.kind).fields[field];
  const value = matter.given[field];
  ensure(declared?.personal && typeof value === 'string', 'matter.no_such_field');
  await audit(city, {
    ...{ action: 'matter.reveal', object: 'matter', objectId: row.matterId, personalData: true },
    details: { number: row.number, field: declared.text, reason },
  });
  return { text: value };
}
