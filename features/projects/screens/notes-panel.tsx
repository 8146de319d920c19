import { Button } from 'antd';
import { useState } from 'react';
import { type NoteLine, noteWord, projectNotes } from '#features/light-notes';
import type { OutputOf } from '#http/client';
import { lightNames } from '#kernel/light';
import { monthText } from '#kernel/month';
import { Instant, Panel, Shown, useRoute } from '#ui';
import type { Project } from '../contract.ts';
import { noteTexts } from '../texts.ts';
import { WriteNote } from './write-note.tsx';

type Notes = OutputOf<typeof projectNotes>;

/** What people hold of the computed light: beside it, signed and reasoned. Nothing shows where there is nothing. */
export function NotesPanel({ project }: { readonly project: Project }) {
  const notes = useRoute(projectNotes, { id: project.projectId });
  if (notes.data && notes.data.notes.length === 0 && !mayWrite(notes.data)) return null;
  return (
    <Panel title={noteTexts.title}>
      <Shown query={notes} rows={2}>
        {(data) => <NotesOf project={project} data={data} />}
      </Shown>
    </Panel>
  );
}

function mayWrite({ month, may }: Notes): boolean {
  return month !== null && (may.override || may.rateConfidence);
}

/** The latest of its kind for the month shown, also where it was taken back. */
function latest({ notes, month }: Notes, kind: NoteLine['kind']): NoteLine | undefined {
  return notes.find((note) => note.kind === kind && note.month === month);
}

function NotesOf({ project, data }: { readonly project: Project; readonly data: Notes }) {
  const [writing, setWriting] = useState<NoteLine['kind']>();
  const [all, setAll] = useState(false);
  const standing = (['override', 'confidence'] as const).flatMap((kind) => {
    const note = latest(data, kind);
    return note && note.value !== null ? [note] : [];
  });
  const others = data.notes.filter((note) => !standing.includes(note));
  const { month, computed, may } = data;
  return (
    <>
      <p className="quiet">{noteTexts.beside}</p>
      {standing.length === 0 ? <p>{noteTexts.none}</p> : null}
      <NoteList notes={standing} />
      <div className="acts">
        {month && may.override ? (
          <Button onClick={() => setWriting('override')}>{noteTexts.override}</Button>
        ) : null}
        {month && may.rateConfidence ? (
          <Button onClick={() => setWriting('confidence')}>{noteTexts.rate}</Button>
        ) : null}
        {others.length > 0 ? (
          <Button type="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {noteTexts.earlier(others.length)}
          </Button>
        ) : null}
      </div>
      {all ? <NoteList notes={others} /> : null}
      {writing && month && computed ? (
        <WriteNote
          id={project.projectId}
          kind={writing}
          month={month}
          computed={computed}
          standing={latest(data, writing)}
          close={() => setWriting(undefined)}
        />
      ) : null}
    </>
  );
}

function NoteList({ notes }: { readonly notes: readonly NoteLine[] }) {
  return (
    <ul className="why">
      {notes.map((note) => (
        <li key={`${note.month}${note.kind}${note.number}`}>
          <strong>{noteWord(note)}</strong>
          <span className="quiet">{noteTexts.besides(monthText(note.month), lightNames[note.computed])}</span>
          <div>{note.reason}</div>
          <div className="quiet">
            {note.signedBy} <Instant at={note.at} />
          </div>
        </li>
      ))}
    </ul>
  );
}
