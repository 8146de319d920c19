import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '#db';
import type { ChannelKind } from '../../channel.ts';
import type { ChannelDraft } from '../../channel-draft.ts';
import { keepChoice, type OwnChoice, ownChoice } from '../../choice.ts';
import { drainOutward } from '../../drain.ts';
import { addChannel } from '../../keep-channel.ts';
import { setOutwardWorld } from '../../outward-world.ts';
import { cityId, inCity, morning } from './a-city.ts';

/** This machine stands for the outer world. */
export function openOutwardWorld(allowedTargets: readonly string[] = ['127.0.0.1']): string {
  const keyFolder = mkdtempSync(join(tmpdir(), 'guatu-telling-'));
  setOutwardWorld({ keyFolder, origin: 'https://guatu.example.gov.cn', allowedTargets });
  return keyFolder;
}

let count = 0;

export function aDraft(more: Partial<ChannelDraft> = {}): ChannelDraft {
  return {
    name: `渠道${++count}`,
    enabled: true,
    address: { url: 'http://127.0.0.1:9/robot/send?access_token=abc' },
    secret: {},
    orgIds: [],
    groupIds: [],
    roles: [],
    quietFrom: 22,
    quietTo: 7,
    ...more,
  };
}

export function aMailServer(port: number, password = 'Mail-2026'): Pick<ChannelDraft, 'address' | 'secret'> {
  const from = 'guatu@example.gov.cn';
  return { address: { host: '127.0.0.1', port, secure: false, user: 'guatu', from }, secret: { password } };
}

export function anOpenChannel(db: Db, kind: ChannelKind, more: Partial<ChannelDraft>) {
  return inCity(db, {}, (city) => addChannel(city, kind, aDraft(more)));
}

/** Chooses for an account as it would itself. */
export function choose(db: Db, accountId: string, more: Partial<OwnChoice>): Promise<boolean> {
  return inCity(db, { as: accountId }, async (city) =>
    keepChoice(city, { ...(await ownChoice(city)), email: `${accountId}@example.gov.cn`, ...more }),
  );
}

export function drain(db: Db, at: Date = morning, signal = new AbortController().signal): Promise<number> {
  return drainOutward(db, cityId, { now: () => at, signal });
}

export function later(minutes: number, from: Date = morning): Date {
  return new Date(from.getTime() + minutes * 60_000);
}
