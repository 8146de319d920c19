import './refusals.ts';
import { ensure } from '#kernel/refusal';

/** One plain address; the rest is the mail server's to refuse. */
export function emailText(given: string): string {
  const email = given.trim();
  ensure(
    email.length <= 254 && /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\]]+$/.test(email),
    'telling.email_malformed',
    { email },
  );
  return email;
}
