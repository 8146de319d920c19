import { type SyntheticEvent, useState } from 'react';
import { call } from '#ui';
import { type Followed, followPetition } from '../../contract.ts';
import { refusalWords } from '../words/words.ts';
import { FollowedView } from './followed-view.tsx';
import type { Keys, Place } from './place.ts';
import { PlainField } from './plain-field.tsx';
import { Wrong } from './plain-page.tsx';

/** Number and code, then the matter below them. Neither stands in an address or is kept by the browser. */
export function FollowForm({ place }: { readonly place: Place }) {
  const { words, cityId } = place;
  const [keys, setKeys] = useState<Keys>({ number: '', code: '' });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [seen, setSeen] = useState<{ readonly keys: Keys; readonly matter: Followed }>();

  const open = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (keys.number.trim() === '' || keys.code.trim() === '') return;
    setBusy(true);
    setError(undefined);
    try {
      setSeen({ keys, matter: await call(followPetition, { ...keys, cityId }) });
    } catch (failed) {
      setSeen(undefined);
      setError(refusalWords(words, failed));
    } finally {
      setBusy(false);
    }
  };
  const line = (name: keyof Keys, label: string) => (
    <PlainField
      {...{ words, name, label }}
      wrong={tried && keys[name].trim() === '' ? words.missing : undefined}
      required
    >
      {(ties) => (
        <input
          {...ties}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={keys[name]}
          onChange={(event) => setKeys({ ...keys, [name]: event.target.value })}
        />
      )}
    </PlainField>
  );
  return (
    <>
      <form noValidate onSubmit={(event) => void open(event)}>
        {line('number', words.number)}
        {line('code', words.code)}
        <Wrong text={error} />
        <button className="plain-act" type="submit" disabled={busy}>
          {words.open}
        </button>
      </form>
      {seen ? (
        <FollowedView
          place={place}
          keys={seen.keys}
          matter={seen.matter}
          show={(matter) => setSeen({ keys: seen.keys, matter })}
        />
      ) : null}
    </>
  );
}
