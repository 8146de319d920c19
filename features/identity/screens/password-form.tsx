import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Field, Refused, useAct } from '#ui';
import { changePassword } from '../contract.ts';
import { texts } from '../texts.ts';

const empty = { current: '', next: '', again: '' };
type Entry = keyof typeof empty;

const autoComplete = { current: 'current-password', next: 'new-password', again: 'new-password' } as const;

/** Old and new password, the new one twice. */
export function PasswordForm({ changed }: { readonly changed: () => void }) {
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const act = useAct(changePassword, () => {
    setTyped(empty);
    setTried(false);
    changed();
  });

  const faultOf = (entry: Entry): string | undefined => {
    if (typed[entry] === '') return texts.wanted(texts[entry]);
    return entry === 'again' && typed.again !== typed.next ? texts.notSame : undefined;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { current, next } = typed;
    if (!faultOf('current') && !faultOf('next') && !faultOf('again')) act.mutate({ current, next });
  };

  return (
    <form onSubmit={submit} noValidate style={{ maxWidth: 400 }} aria-label={texts.changePassword}>
      {act.error ? <Refused error={act.error} /> : null}
      {(['current', 'next', 'again'] as const).map((entry) => (
        <Field
          key={entry}
          label={texts[entry]}
          required
          error={tried ? faultOf(entry) : undefined}
          hint={entry === 'next' ? texts.passwordRule : undefined}
        >
          {(ties) => (
            <Input.Password
              {...ties}
              autoComplete={autoComplete[entry]}
              value={typed[entry]}
              onChange={(event) => setTyped({ ...typed, [entry]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Button type="primary" htmlType="submit" loading={act.isPending}>
        {texts.changePassword}
      </Button>
    </form>
  );
}
