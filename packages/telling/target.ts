import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { SendFailure } from './send-failure.ts';

/** Where a connection may be opened: the address that was checked, so that no second look-up can lead elsewhere. */
export type CheckedTarget = { readonly host: string; readonly address: string; readonly family: 4 | 6 };

/** Networks that are not the outer world: whoever may name an address could otherwise reach into the inner one. */
const inner = new BlockList();
const networks: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];
for (const [network, prefix] of networks) inner.addSubnet(network, prefix, familyName(network));

function familyName(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}

/** Finds the address of a host and refuses it where it lies inside and nobody allowed it. */
export async function checkTarget(given: string, allowed: readonly string[]): Promise<CheckedTarget> {
  const host = given.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  const found = await addressesOf(host);
  if (!allowed.some((one) => one.toLowerCase() === host)) {
    const permitted = listOf(allowed);
    for (const { address } of found) {
      const family = familyName(address);
      if (inner.check(address, family) && !permitted.check(address, family)) {
        throw new SendFailure(
          `「${host}」指向内部网络地址 ${address}，未获准向其发送。确需使用的，请由运行维护人员在服务器设置 outward_targets 中列明后重启`,
          { lasting: true },
        );
      }
    }
  }
  const [{ address, family }] = found;
  return { host, address, family: family === 6 ? 6 : 4 };
}

type Found = { readonly address: string; readonly family: number };

async function addressesOf(host: string): Promise<readonly [Found, ...Found[]]> {
  if (isIP(host)) return [{ address: host, family: isIP(host) }];
  try {
    const [first, ...others] = await lookup(host, { all: true });
    if (first) return [first, ...others];
  } catch {
    // Told below.
  }
  throw new SendFailure(`找不到主机「${host}」，请检查地址是否写对、服务器能否解析域名`);
}

function listOf(allowed: readonly string[]): BlockList {
  const list = new BlockList();
  for (const one of allowed) {
    const [address = '', prefix] = one.split('/');
    if (!isIP(address)) continue;
    if (prefix === undefined) list.addAddress(address, familyName(address));
    else list.addSubnet(address, Number(prefix), familyName(address));
  }
  return list;
}
