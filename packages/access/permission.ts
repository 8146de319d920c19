import type { Actor, HeldRole } from './actor.ts';
import type { City } from './city.ts';
import { denied } from './denied.ts';
import type { Role } from './role.ts';

/**
 * One sentence: these roles may do this, to objects in these states, within this scope. Everything that no sentence
 * allows is denied.
 *
 * `city`: any object of the city. `holders`: objects held by the role's organisation, what lies below it, or its
 * person. `own`: what the actor itself made or is named in.
 */
export type PermissionSentence = {
  /** Object and verb, `project.edit`. */
  readonly action: string;
  /** The act in Chinese, as it reads after 「可以」: 修改项目档案. */
  readonly text?: string;
  readonly roles: readonly Role[];
  readonly states?: readonly string[];
  readonly within: 'city' | 'holders' | 'own';
  /** Fields of the object that this sentence withholds. */
  readonly except?: readonly string[];
  /** Cannot be switched off for a role: without it nothing could be switched on again. */
  readonly fixed?: true;
  /** Chinese names of states and fields, for those who read the sentences. */
  readonly stateNames?: Readonly<Record<string, string>>;
  readonly fieldNames?: Readonly<Record<string, string>>;
};

/** What is known of the object that is to be acted upon. */
export type Target = {
  readonly holders?: readonly (string | null | undefined)[];
  readonly state?: string;
  readonly own?: boolean;
  /** Its existence is itself not for everyone: a refusal reads as if it were not there. */
  readonly hidden?: boolean;
};

const collected = new Map<string, PermissionSentence[]>();

/** Adds a feature's sentences to those of the program and returns them. */
export function definePermissions<const T extends readonly PermissionSentence[]>(sentences: T): T {
  for (const sentence of sentences) {
    if (!/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/.test(sentence.action))
      throw new Error(`permission "${sentence.action}" must read object.verb`);
    const known = collected.get(sentence.action);
    if (known) known.push(sentence);
    else collected.set(sentence.action, [sentence]);
  }
  return sentences;
}

/** Names a sentence within the program: 'person.edit/holders', 'bulletin.edit/city/draft+returned'. */
export function sentenceKey({ action, within, states }: PermissionSentence): string {
  return [action, within, ...(states ? [states.join('+')] : [])].join('/');
}

/** A sentence switched off for one role. */
export function switchedOff(role: Role, key: string): string {
  return `${role} ${key}`;
}

export function allPermissions(): readonly PermissionSentence[] {
  return [...collected.values()].flat();
}

/**
 * Without a target this asks at the door: may this actor ever do so? With one it asks about that object, and what
 * the target does not say counts against the actor.
 */
export function may(actor: Actor, action: string, target?: Target): boolean {
  return actor.trusted !== undefined || allowingSentences(actor, action, target).length > 0;
}

/** Refuses `access.denied`, or `access.not_found` where the object must not be known to exist. */
export function ensureMay(city: Pick<City, 'actor'>, action: string, target?: Target): void {
  if (may(city.actor, action, target)) return;
  denied(action, actionText(action), target?.hidden === true);
}

/** Fields of the object the actor may not see, because each sentence that lets it in withholds them. */
export function withheldFields(actor: Actor, action: string, target?: Target): readonly string[] {
  if (actor.trusted) return [];
  const [first, ...others] = allowingSentences(actor, action, target);
  return (first?.except ?? []).filter((field) => others.every((other) => other.except?.includes(field)));
}

/** Every action the actor may do to some object: what a client needs to hide the rest. */
export function actionsOf(actor: Actor): string[] {
  return [...collected.keys()].filter((action) => may(actor, action)).sort();
}

const named = new Map<string, string>();

/** Chinese names for what is audited but asked of nobody, such as signing in. */
export function nameActions(texts: Readonly<Record<string, string>>): void {
  for (const [action, text] of Object.entries(texts)) named.set(action, text);
}

export function actionText(action: string): string {
  return collected.get(action)?.find((sentence) => sentence.text)?.text ?? named.get(action) ?? action;
}

function allowingSentences(actor: Actor, action: string, target: Target | undefined): PermissionSentence[] {
  return (collected.get(action) ?? []).filter((sentence) =>
    actor.roles.some(
      (held) =>
        sentence.roles.includes(held.role) &&
        reaches(sentence, held, target) &&
        !actor.off?.has(switchedOff(held.role, sentenceKey(sentence))),
    ),
  );
}

function reaches(sentence: PermissionSentence, held: HeldRole, target: Target | undefined): boolean {
  if (!target) return true;
  if (sentence.states && !(target.state && sentence.states.includes(target.state))) return false;
  if (sentence.within === 'own') return target.own === true;
  if (sentence.within === 'city') return true;
  const holders = held.holders ?? (held.orgId ? [held.orgId] : []);
  return target.holders?.some((holder) => holder && holders.includes(holder)) ?? false;
}
