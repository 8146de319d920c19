import { type City, ensureMay } from '#access';
import type { PlainDate } from '#kernel/plain-date';
import { previousMeeting } from '../store/meeting.ts';
import { cadenceNamed } from './cadences.ts';
import { proposeAgenda } from './propose-agenda.ts';

/** What would be proposed for a meeting of a cadence on a day: for the command line and before a meeting is called. */
export async function agendaOn(
  city: City,
  asked: { readonly cadence: string; readonly asOf?: PlainDate | undefined },
) {
  ensureMay(city, 'meeting.prepare', {});
  const cadence = cadenceNamed(city, asked.cadence);
  const asOf = asked.asOf ?? city.today;
  const previous = await previousMeeting(city.tx, { cadence: cadence.id, groupId: null, field: '' }, asOf);
  const { month, items, left } = await proposeAgenda(city, { cadence, asOf, departments: [], previous });
  return {
    ...{ cadence: cadence.id, name: cadence.name, asOf, month, left },
    items: items.map(({ source, title, projectId, matterId, sheet }, at) => ({
      ...{ position: at + 1, source, title: sheet.title || title, projectId, matterId },
      ...{ reasons: [...sheet.reasons], light: sheet.light, cause: sheet.cause },
      ...{ planFen: sheet.planFen, actualFen: sheet.actualFen, completion: sheet.completion },
      matters: sheet.matters.map(({ number, title: of, lead, left: remaining, late }) => ({
        ...{ number, title: of, lead, left: remaining, late },
      })),
      responsible: sheet.responsible.map(({ kind, name }) => ({ kind, name })),
      lines: [...sheet.lines],
    })),
  };
}
