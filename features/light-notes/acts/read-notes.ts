import { type City, ensureMay, may } from '#access';
import { currentLights, type LightNote, notesOf, shownMonth, standingNotes } from '#engines/indicators';
import { getProject, type ProjectId } from '#engines/registry';

export async function monthNotes(city: City) {
  ensureMay(city, 'light-note.view', {});
  const shown = await shownMonth(city);
  if (!shown) return { month: null, notes: [] };
  return { month: shown.month, notes: (await standingNotes(city, shown.month)).map(noteLine) };
}

export async function projectNotes(city: City, id: ProjectId) {
  ensureMay(city, 'light-note.view', {});
  await getProject(city, id);
  const [light] = await currentLights(city, [id]);
  const lit = light?.overall ? light : undefined;
  return {
    month: lit?.month ?? null,
    computed: lit?.overall ?? null,
    may: {
      override: may(city.actor, 'light-note.override', {}),
      rateConfidence: may(city.actor, 'light-note.rate-confidence', {}),
    },
    notes: (await notesOf(city, id)).map(noteLine),
  };
}

function noteLine({ subjectId, recordedAt, ...note }: LightNote) {
  return { ...note, projectId: subjectId as ProjectId, at: recordedAt };
}
