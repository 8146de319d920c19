import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import type { CityView } from '#features/cities';
import type { OutputOf } from '#http/client';
import { Field, Refused, useAct } from '#ui';
import { signIn } from '../contract.ts';
import { texts } from '../texts.ts';
import { DemonstrationAccounts } from './demonstration-accounts.tsx';

type Me = OutputOf<typeof signIn>;
const cityKey = 'guatu.city';

type SignInProps = {
  readonly cities: readonly CityView[];
  /** Whose session has just ended. */
  readonly again: Pick<Me, 'login' | 'cityId'> | undefined;
  readonly entered: (me: Me) => void;
};

/** Who comes back after the session ended need only give the password again. */
export function SignIn({ cities, again, entered }: SignInProps) {
  const [chosen, choose] = useState<number | undefined>(
    () => again?.cityId ?? (Number(localStorage.getItem(cityKey)) || undefined),
  );
  const [login, setLogin] = useState(again?.login ?? '');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct(signIn, entered);
  const city = cities.find(({ cityId }) => cityId === chosen) ?? cities[0];

  const enter = (as: { readonly login: string; readonly password: string }) => {
    if (city) localStorage.setItem(cityKey, String(city.cityId));
    act.mutate({ ...as, ...(city ? { cityId: city.cityId } : {}) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (login.trim() !== '' && password !== '') enter({ login: login.trim(), password });
  };

  return (
    <>
      <h1 className="entrance-name">
        {texts.product}
        <small>{again ? texts.signInAgain : texts.productNote}</small>
      </h1>
      <div className="entrance-parts">
        <form className="panel" onSubmit={submit} noValidate aria-label={texts.signIn}>
          {again ? <p className="quiet">{texts.signInAgainNote}</p> : null}
          {act.error ? <Refused error={act.error} /> : null}
          {cities.length > 1 ? (
            <Field label={texts.city}>
              {(ties) => (
                <Select
                  {...ties}
                  value={city?.cityId}
                  onChange={choose}
                  options={cities.map(({ cityId, name }) => ({ value: cityId, label: name }))}
                />
              )}
            </Field>
          ) : null}
          <Field
            label={texts.login}
            error={tried && login.trim() === '' ? texts.wanted(texts.login) : undefined}
          >
            {(ties) => (
              <Input
                {...ties}
                name="login"
                autoComplete="username"
                autoCapitalize="none"
                autoFocus={!again}
                value={login}
                onChange={(event) => setLogin(event.target.value)}
              />
            )}
          </Field>
          <Field
            label={texts.password}
            error={tried && password === '' ? texts.wanted(texts.password) : undefined}
          >
            {(ties) => (
              <Input.Password
                {...ties}
                name="password"
                autoComplete="current-password"
                autoFocus={again !== undefined}
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </Field>
          <Button type="primary" htmlType="submit" block loading={act.isPending}>
            {texts.signIn}
          </Button>
          <p className="to-public">
            <a href="/public">{texts.toPublic}</a>
          </p>
        </form>
        {city?.accounts?.length ? (
          <DemonstrationAccounts accounts={city.accounts} busy={act.isPending} enter={enter} />
        ) : null}
      </div>
    </>
  );
}
