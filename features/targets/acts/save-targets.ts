import { audit, type City, ensureDifferentPerson, ensureMay, ensureNotSecret, may } from '#access';
import { setTargets, standingTargets, targetVersions } from '#engines/indicators';
import type { InputOf } from '#http';
import { ensure } from '#kernel/refusal';
import type { saveTargets as route } from '../contract.ts';
import { partiesOf } from './parties.ts';
import { reconciled } from './read-targets.ts';

/** Coordinators set what they like; an office breaks down to months the year that it was given. */
export async function saveTargets(city: City, input: InputOf<typeof route>) {
  const { year, indicator } = input;
  const parties = await partiesOf(city);
  const lines = input.lines.map(({ kind, party, expectedNumber, value, base, months }) => ({
    ...{ expectedNumber, name: parties.named(kind, party).name, party: { kind, id: party } },
    value: wholeOf(value),
    base: wholeOf(base),
    months: months?.map(BigInt) ?? null,
  }));
  const setsAll = may(city.actor, 'target.set', {});
  if (!setsAll) {
    for (const { party } of lines) ensureMay(city, 'target.break-down', { holders: [party.id] });
    const standing = standingTargets(await targetVersions(city, year, indicator));
    for (const { party, value, base, name } of lines) {
      const now = standing.find((one) => one.party.kind === party.kind && one.party.id === party.id);
      const kept = now !== undefined && now.value === value && now.base === base;
      ensure(kept, 'target.year_not_yours', { party: name });
    }
  }
  const [reason, approver] = [input.reason?.trim() || null, input.approver?.trim() || null];
  ensureNotSecret({ text: [reason, approver].filter(Boolean).join('\n') });
  ensureDifferentPerson(city.actor.name, approver);
  const fresh = await setTargets(city, { year, indicator, lines, reason, approver });
  if (fresh.length > 0) {
    await audit(city, {
      action: setsAll ? 'target.set' : 'target.break-down',
      object: 'target',
      details: {
        ...{ year, indicator, reason, approver },
        lines: fresh.map((one) => ({
          ...{ party: parties.nameOf(one.party), number: one.number },
          value: one.value === null ? null : `${one.value}`,
        })),
      },
    });
  }
  const standing = standingTargets(await targetVersions(city, year, indicator));
  return { changed: fresh.length, unreconciled: reconciled(city, parties, indicator, standing) };
}

function wholeOf(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}
