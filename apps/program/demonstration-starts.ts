import type { City } from '#access';
import { recordStartCheck, recordStartEvidence } from '#engines/registry';
import { addDays, monthOf, yearOf } from '#kernel/plain-date';
import { startsOfYear } from '../../features/starts/acts/starts-of-year.ts';

/** The last few are left open, so that there is something to check and to ask for. */
const leftOpen = 3;

/** What was seen on site and which permits were shown; of some starts nothing yet. */
export async function fillStarts(city: City): Promise<void> {
  const begun = (await startsOfYear(city, yearOf(city.today))).filter((one) => one.begun);
  for (const [at, { projectId, number }] of begun.slice(0, -leftOpen).entries()) {
    const seenOn = addDays(city.today, -30 - at);
    const check = { outcome: 'confirmed' as const, seenOn, seenBy: '现场核查组', ground: null, note: null };
    await recordStartCheck(city, { projectId, ...check, fileId: null });
    await recordStartEvidence(city, {
      ...{ projectId, kind: 'construction-permit', reference: `施工许可〔${monthOf(seenOn)}〕${number}` },
      ...{ on: seenOn, note: null, fileId: null },
    });
  }
}
