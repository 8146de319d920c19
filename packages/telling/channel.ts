export const channelKinds = ['email', 'dingtalk', 'wecom', 'webhook'] as const;

/** By e-mail persons are reached, by the other kinds the group behind a robot or a system behind an address. */
export type ChannelKind = (typeof channelKinds)[number];

/** Where a channel leads; nothing in it opens anything. */
export type ChannelAddress =
  | {
      readonly host: string;
      readonly port: number;
      /** TLS from the first byte; otherwise STARTTLS is used where the server offers it. */
      readonly secure: boolean;
      readonly user: string;
      readonly from: string;
    }
  | { readonly url: string };

/** What opens a channel: sealed at rest and never shown again. */
export type ChannelSecret = {
  readonly password?: string;
  /** `access_token` of a DingTalk robot, `key` of a WeCom one. */
  readonly token?: string;
  /** Whatever follows the question mark of a webhook. */
  readonly query?: string;
  /** Signs what is sent: a DingTalk robot's secret, or the one agreed for a webhook. */
  readonly signing?: string;
};
