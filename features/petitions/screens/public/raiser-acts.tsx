import { type SyntheticEvent, useId, useState } from 'react';
import { call } from '#ui';
import { actAsRaiser, type Followed, sendPetitionFile } from '../../contract.ts';
import { refusalWords } from '../words/words.ts';
import type { Keys, Place } from './place.ts';
import { PlainField } from './plain-field.tsx';
import { Wrong } from './plain-page.tsx';

type ActsProps = {
  readonly place: Place;
  readonly keys: Keys;
  readonly matter: Followed;
  readonly show: (matter: Followed) => void;
};

type Ask = Followed['asks'][number];

/** What is asked of the raiser now: one choice, its words, one button. */
export function RaiserActs({ place, keys, matter, show }: ActsProps) {
  const { words, cityId } = place;
  const group = useId();
  const [chosen, choose] = useState<Ask>();
  const [score, setScore] = useState<number>();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [done, setDone] = useState(false);

  const run = async (act: () => Promise<Followed>) => {
    setBusy(true);
    setError(undefined);
    setDone(false);
    try {
      show(await act());
      setDone(true);
      setText('');
      setTried(false);
      choose(undefined);
    } catch (failed) {
      setError(refusalWords(words, failed));
    } finally {
      setBusy(false);
    }
  };
  const isTexted = chosen === 'reject' || chosen === 'withdraw' || chosen === 'supplement';
  const missing = isTexted && text.trim() === '';
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!chosen || missing || (chosen === 'confirm' && score === undefined)) return;
    void run(() =>
      call(actAsRaiser, {
        ...{ ...keys, cityId, version: matter.version, action: chosen },
        ...(isTexted ? { text } : {}),
        ...(chosen === 'confirm' && score !== undefined ? { satisfaction: score } : {}),
      }),
    );
  };
  const upload = (file: File | undefined) => {
    if (file)
      void run(() => call(sendPetitionFile, { ...keys, cityId, file: { name: file.name, bytes: file } }));
  };
  return (
    <form noValidate onSubmit={send}>
      <fieldset>
        <legend>{words.yourTurn}</legend>
        <div className="plain-choices">
          {matter.asks.map((ask) => (
            <label key={ask} className="plain-tick">
              <input type="radio" name={group} checked={chosen === ask} onChange={() => choose(ask)} />
              <span>{words.asks[ask]}</span>
            </label>
          ))}
        </div>
        {chosen === 'confirm' ? (
          <div role="radiogroup" aria-label={words.satisfaction} className="plain-choices">
            <strong>{words.satisfaction}</strong>
            {words.scores.map((name, at) => (
              <label key={name} className="plain-tick">
                <input
                  type="radio"
                  name={`${group}-score`}
                  checked={score === at + 1}
                  onChange={() => setScore(at + 1)}
                />
                <span>{name}</span>
              </label>
            ))}
          </div>
        ) : null}
        {isTexted ? (
          <PlainField
            {...{ words, name: 'text', label: words.why[chosen] }}
            wrong={tried && missing ? words.missing : undefined}
            required
          >
            {(ties) => <textarea {...ties} value={text} onChange={(event) => setText(event.target.value)} />}
          </PlainField>
        ) : null}
        {matter.asks.includes('supplement') ? (
          <PlainField {...{ words, name: 'file', label: words.files }}>
            {(ties) => (
              <input
                {...ties}
                type="file"
                disabled={busy}
                accept=".jpg,.jpeg,.png,.webp,.pdf,.ofd,.docx,.xlsx"
                onChange={(event) => upload(event.target.files?.[0])}
              />
            )}
          </PlainField>
        ) : null}
        <Wrong text={error} />
        {done ? <p role="status">{words.done}</p> : null}
        <button className="plain-act" type="submit" disabled={busy || chosen === undefined}>
          {words.submit}
        </button>
      </fieldset>
    </form>
  );
}
