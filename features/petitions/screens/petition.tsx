import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { satisfactionNames } from '#features/matters';
import type { OutputOf } from '#http/client';
import { call, Dialog, Facts, Field, Instant, Page, Panel, type ScreenProps, Shown, useRoute } from '#ui';
import { type PetitionPage, revealPetitioner, viewPetition } from '../contract.ts';
import { channelNames, languageNames } from '../texts.ts';
import { texts } from './texts.ts';

/** How one came in and who raised it; what becomes of it stands on the page of the matter. */
export function Screen({ params }: ScreenProps) {
  const found = useRoute(viewPetition, { id: params['id'] as never });
  return (
    <Shown query={found}>
      {(petition) => (
        <Page
          title={`${petition.kind.name} ${petition.number}`}
          note={petition.title}
          acts={<Link href={`/matters/${petition.matterId}`}>{texts.openMatter}</Link>}
        >
          <div className="columns">
            <Panel title={texts.takenIn}>
              <Facts
                facts={[
                  [texts.state, petition.state.name],
                  [texts.channel, channelNames[petition.channel]],
                  [texts.language, languageNames[petition.language]],
                  [texts.takenAt, <Instant key="at" at={petition.takenAt} />],
                  [texts.category, petition.category],
                  [texts.district, petition.district],
                  [texts.unit, petition.lead?.name],
                  ...(petition.lead ? [] : ([[texts.proposed, petition.proposed?.name]] as const)),
                  ...(petition.respondent ? ([[texts.respondent, petition.respondent]] as const) : []),
                ]}
              />
              <h3>{texts.content}</h3>
              <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{petition.content}</p>
              {petition.claim ? (
                <>
                  <h3>{texts.claim}</h3>
                  <p style={{ whiteSpace: 'pre-wrap' }}>{petition.claim}</p>
                </>
              ) : null}
            </Panel>
            <Who petition={petition} />
          </div>
          {petition.callBacks.length > 0 ? <History petition={petition} /> : null}
        </Page>
      )}
    </Shown>
  );
}

type Clear = OutputOf<typeof revealPetitioner>;

function Who({ petition }: { readonly petition: PetitionPage }) {
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const [clear, setClear] = useState<Clear>();
  const [error, setError] = useState<unknown>();
  const { petitioner } = petition;
  const reveal = () => {
    setError(undefined);
    call(revealPetitioner, { id: petition.matterId, reason }).then((shown) => {
      setClear(shown);
      ask(false);
    }, setError);
  };
  if (!petitioner) return <Panel title={texts.who}>{texts.whoHidden}</Panel>;
  const shown = clear ?? petitioner;
  return (
    <Panel
      title={texts.who}
      extra={petition.mayReveal && !clear ? <Button onClick={() => ask(true)}>{texts.reveal}</Button> : null}
    >
      <Facts
        facts={[
          [texts.enterprise, shown.enterprise],
          [texts.creditCode, petition.creditCode],
          [texts.name, shown.name],
          [texts.phone, shown.phone],
          [texts.email, shown.email],
          [texts.address, shown.address],
          ...(petitioner.confidential ? ([[texts.confidential, texts.yes]] as const) : []),
        ]}
      />
      <Dialog
        open={asking}
        title={texts.reveal}
        act={texts.show}
        onAct={reveal}
        onClose={() => ask(false)}
        ready={reason.trim().length > 1}
        error={error}
      >
        <Field label={texts.revealReason} required>
          {(ties) => <Input {...ties} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
      </Dialog>
    </Panel>
  );
}

function History({ petition: { callBacks } }: { readonly petition: PetitionPage }) {
  return (
    <Panel title={texts.history}>
      <ul className="steps">
        {callBacks.map(({ at, by, outcome, satisfaction, note }) => (
          <li key={at}>
            <strong>{texts.outcomes[outcome]}</strong>
            {satisfaction === null ? '' : `（${satisfactionNames[satisfaction - 1] ?? ''}）`}
            <div className="quiet">
              <Instant at={at} /> · {by}
            </div>
            {note}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
