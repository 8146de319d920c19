import { type SyntheticEvent, useRef, useState } from 'react';
import type { InputOf } from '#http/client';
import { newId } from '#kernel/id';
import { call } from '#ui';
import { type PublicForm, type PublicKind, raisePetition, sendPetitionFile } from '../../contract.ts';
import { refusalWords } from '../words/words.ts';
import type { Place } from './place.ts';
import { PlainField } from './plain-field.tsx';
import { Wrong } from './plain-page.tsx';
import { Receipt, type Received } from './receipt.tsx';

type FormProps = { readonly place: Place; readonly form: PublicForm; readonly kind: PublicKind };

const must = ['enterprise', 'category', 'content', 'request', 'name'] as const;

/** One plain form for every kind; what was typed stays whatever the server says. */
export function PetitionForm({ place, form, kind }: FormProps) {
  const { words, cityId, language } = place;
  const submission = useRef(newId());
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [confidential, setConfidential] = useState(false);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [received, setReceived] = useState<Received>();
  const asked = form.kinds.find(({ id }) => id === kind);
  if (received) return <Receipt place={place} received={received} kind={kind} />;
  if (!asked) return <p>{words.none}</p>;

  const value = (name: string) => values[name] ?? '';
  const wrongOf = (name: string): string | undefined => {
    if (!tried) return undefined;
    const text = value(name).trim();
    if ((must as readonly string[]).includes(name) && text === '') return words.missing;
    if (name === 'respondent' && kind === 'foreign-complaint' && text === '') return words.missing;
    if (name === 'content' && text.length < 10) return words.tooShort;
    if (name === 'phone' && text === '' && value('email').trim() === '') return words.phoneOrEmail;
    return undefined;
  };
  const names = [...must, 'respondent', 'phone'];
  const incomplete = () =>
    names.some((name) => {
      const text = value(name).trim();
      if (name === 'phone') return text === '' && value('email').trim() === '';
      if (name === 'respondent') return kind === 'foreign-complaint' && text === '';
      return name === 'content' ? text.length < 10 : text === '';
    });

  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (incomplete()) {
      const first = (event.currentTarget as HTMLFormElement).querySelector<HTMLElement>(
        '[aria-invalid="true"]',
      );
      requestAnimationFrame(() =>
        (first ?? document.querySelector<HTMLElement>('[aria-invalid="true"]'))?.focus(),
      );
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      const { people, ...texts } = values;
      const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
      const answer = await call(raisePetition, {
        ...(given as unknown as InputOf<typeof raisePetition>),
        ...{ cityId, kind, language, submission: submission.current },
        ...(people ? { people: Number(people) } : {}),
        ...(confidential ? { confidential } : {}),
      });
      const sent: Received['files'][number][] = [];
      for (const file of files.slice(0, form.files.most)) {
        const ok = await call(sendPetitionFile, {
          ...answer,
          cityId,
          file: { name: file.name, bytes: file },
        }).then(
          () => true,
          () => false,
        );
        sent.push({ name: file.name, ok });
      }
      setReceived({ ...answer, files: sent });
    } catch (failed) {
      setError(refusalWords(words, failed));
    } finally {
      setBusy(false);
    }
  };

  const set = (name: string) => (event: { readonly target: { readonly value: string } }) =>
    setValues((now) => ({ ...now, [name]: event.target.value }));
  const line = (
    name: string,
    label: string,
    more: { readonly type?: string; readonly complete?: string; readonly hint?: string } = {},
  ) => (
    <PlainField
      {...{ words, name, label, hint: more.hint, wrong: wrongOf(name) }}
      required={
        (must as readonly string[]).includes(name) || (name === 'respondent' && kind === 'foreign-complaint')
      }
    >
      {(ties) => (
        <input
          {...ties}
          type={more.type ?? 'text'}
          autoComplete={more.complete ?? 'off'}
          value={value(name)}
          onChange={set(name)}
        />
      )}
    </PlainField>
  );
  const area = (name: string, label: string, hint?: string) => (
    <PlainField {...{ words, name, label, hint, wrong: wrongOf(name) }} required>
      {(ties) => (
        <textarea {...ties} rows={name === 'content' ? 7 : 3} value={value(name)} onChange={set(name)} />
      )}
    </PlainField>
  );

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <fieldset>
        <legend>{words.who}</legend>
        {line('enterprise', words.enterprise, { complete: 'organization' })}
        {line('creditCode', words.creditCode)}
        <PlainField {...{ words, name: 'districtId', label: words.district }}>
          {(ties) => (
            <select {...ties} value={value('districtId')} onChange={set('districtId')}>
              <option value="">{words.choose}</option>
              {form.districts.map(({ id, name }) => (
                <option key={id} value={id} lang="zh-CN">
                  {name}
                </option>
              ))}
            </select>
          )}
        </PlainField>
      </fieldset>
      <fieldset>
        <legend>{words.what}</legend>
        <PlainField
          {...{ words, name: 'category', label: words.category, wrong: wrongOf('category') }}
          required
        >
          {(ties) => (
            <select {...ties} value={value('category')} onChange={set('category')}>
              <option value="">{words.choose}</option>
              {asked.categories.map(({ id, name }) => (
                <option key={id} value={id}>
                  {words.categories[id] ?? name}
                </option>
              ))}
            </select>
          )}
        </PlainField>
        {kind === 'foreign-complaint' ? line('respondent', words.respondent) : null}
        {area('content', words.content, words.contentHint)}
        {area('request', words.request)}
        {kind === 'aid' ? line('people', words.people, { type: 'number' }) : null}
        {kind === 'aid' ? line('neededBy', words.neededBy, { type: 'date' }) : null}
        <PlainField
          {...{ words, name: 'files', label: words.files }}
          hint={words.filesHint(form.files.most, form.files.megabytes)}
        >
          {(ties) => (
            <input
              {...ties}
              type="file"
              multiple
              accept=".jpg,.jpeg,.png,.webp,.pdf,.ofd,.docx,.xlsx"
              onChange={(event) => setFiles([...(event.target.files ?? [])].slice(0, form.files.most))}
            />
          )}
        </PlainField>
      </fieldset>
      <fieldset>
        <legend>{words.reach}</legend>
        <p>{words.reachNote}</p>
        {line('name', words.name, { complete: 'name' })}
        {line('phone', words.phone, { type: 'tel', complete: 'tel', hint: words.phoneOrEmail })}
        {line('email', words.email, { type: 'email', complete: 'email' })}
        {kind === 'foreign-complaint' ? line('address', words.address, { complete: 'street-address' }) : null}
        <label className="plain-tick">
          <input
            type="checkbox"
            checked={confidential}
            onChange={(event) => setConfidential(event.target.checked)}
          />
          <span>
            {words.confidential}
            <br />
            <small>{words.confidentialHint}</small>
          </span>
        </label>
      </fieldset>
      <div className="plain-hidden" aria-hidden="true">
        <label>
          website
          <input
            name="website"
            tabIndex={-1}
            autoComplete="off"
            value={value('website')}
            onChange={set('website')}
          />
        </label>
      </div>
      <Wrong text={error} />
      <div className="plain-acts">
        <button className="plain-act" type="submit" disabled={busy}>
          {busy ? words.sending : words.submit}
        </button>
        <span>
          {words.limits}：
          {asked.limits
            .map(({ clock, name, limit }) => `${words.clocks[clock] ?? name} ${limit}`)
            .join(' · ')}
        </span>
      </div>
    </form>
  );
}
