import { ensureNotSecret } from '#access';
import { isId } from '#kernel/id';
import { ensure } from '#kernel/refusal';
import { isCreditCode } from '../domain/credit-code.ts';
import { isPhone } from '../domain/phone.ts';
import '../refusals.ts';

export type FormTexts = {
  readonly submission: string;
  readonly texts: readonly string[];
  readonly creditCode?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  /** A field no person sees. */
  readonly website?: string | undefined;
};

type Limits = { readonly links: number; readonly fastestSeconds: number };

const emailPattern = /^[^\s@<>]{1,64}@[^\s@<>]{1,180}\.[^\s@<>.]{2,}$/;

/**
 * What can be told of a form by itself. The instant it was opened stands in its name (a UUIDv7 made by the page): that
 * and the hidden field stop what fills in every form it finds, not somebody who has read this.
 */
export function checkForm(form: FormTexts, { links, fastestSeconds }: Limits, now: Date): void {
  const { submission, texts, creditCode, phone, email, website } = form;
  ensure(isId(submission), 'petition.form_outdated');
  const openedAt = Number.parseInt(submission.replaceAll('-', '').slice(0, 12), 16);
  const age = now.getTime() - openedAt;
  // A browser whose clock is ahead is none to blame.
  const tooFast = age >= 0 && age < fastestSeconds * 1000;
  ensure(!website && !tooFast, 'petition.looks_automatic', { seconds: fastestSeconds });
  for (const text of texts) ensureNotSecret({ text });
  const found = texts.join('\n').match(/https?:\/\/|www\.[a-z0-9]/gi)?.length ?? 0;
  ensure(found <= links, 'petition.too_many_links', { most: links });
  if (creditCode) ensure(isCreditCode(creditCode), 'petition.credit_code_wrong');
  ensure(phone || email, 'petition.no_way_back');
  if (phone) ensure(isPhone(phone), 'petition.phone_wrong');
  if (email) ensure(emailPattern.test(email), 'petition.email_wrong');
}
