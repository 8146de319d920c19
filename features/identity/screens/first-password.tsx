import { texts } from '../texts.ts';
import { PasswordForm } from './password-form.tsx';

/** All that is open until the first password is changed. */
export function FirstPassword({ changed }: { readonly changed: () => void }) {
  return (
    <section className="panel">
      <h1>{texts.firstPassword}</h1>
      <p className="quiet">{texts.firstPasswordNote}</p>
      <PasswordForm changed={changed} />
    </section>
  );
}
