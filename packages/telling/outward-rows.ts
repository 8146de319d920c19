import { afterQuiet, nextHour, type QuietHours } from './hours.ts';
import { messageIdOf } from './message-id.ts';

/** What an account chose, as far as it decides what leaves. */
export type Choice = QuietHours & {
  readonly accountId: string;
  /** Channels chosen that are in use. */
  readonly channels: readonly string[];
  readonly muted: readonly string[];
  readonly digest: boolean;
  readonly digestHour: number;
};

/** A robot or webhook of a group that was addressed. */
export type GroupChannel = QuietHours & { readonly channelId: string };

export type NewOutward = {
  readonly messageId: string;
  readonly channelId: string;
  readonly accountId: string | null;
  readonly key: string;
  readonly kind: string;
  readonly urgency: 'normal' | 'urgent';
  readonly digest: boolean;
  readonly nextAt: Date;
  readonly madeAt: Date;
};

type Said = {
  readonly cityId: number;
  readonly key: string;
  readonly kind: string;
  readonly urgency: 'normal' | 'urgent';
  readonly at: Date;
};

/**
 * What has to leave, through which channel, and when at the earliest. What is urgent leaves at once, even where the
 * digest was chosen or the hour is quiet; a kind the account muted stays in the inbox.
 */
export function outwardRows(
  said: Said,
  choices: readonly Choice[],
  groups: readonly GroupChannel[],
): NewOutward[] {
  const { cityId, key, kind, urgency, at } = said;
  const urgent = urgency === 'urgent';
  const row = (accountId: string | null, channelId: string, digest: boolean, nextAt: Date): NewOutward => {
    const messageId = messageIdOf(cityId, key, accountId, channelId);
    return { messageId, channelId, accountId, key, kind, urgency, digest, nextAt, madeAt: at };
  };
  const personal = choices
    .filter((choice) => !choice.muted.includes(kind))
    .flatMap((choice) => {
      const digest = choice.digest && !urgent;
      const nextAt = digest ? nextHour(at, choice.digestHour) : urgent ? at : afterQuiet(at, choice);
      return choice.channels.map((channelId) => row(choice.accountId, channelId, digest, nextAt));
    });
  const ofGroups = groups.map((group) =>
    row(null, group.channelId, false, urgent ? at : afterQuiet(at, group)),
  );
  return [...personal, ...ofGroups];
}
