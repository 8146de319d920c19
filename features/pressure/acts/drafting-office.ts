import { type City, holdsRole } from '#access';
import { ensure } from '#kernel/refusal';
import type { Form } from '../domain/form.ts';
import { formNames } from '../texts.ts';
import '../refusals.ts';

/** The supervision office drafts and checks its orders; letters on progress are the coordinating office's. */
export function mayDraft({ actor }: City, form: Form): boolean {
  const coordinates = holdsRole(actor, 'coordinator-clerk', 'coordinator-section-head', 'coordinator-head');
  return coordinates || form === 'supervision' || actor.trusted !== undefined;
}

export function ensureDrafts(city: City, form: Form): void {
  ensure(mayDraft(city, form), 'letter.supervision_only', { form: formNames[form] });
}
