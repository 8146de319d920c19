import * as rules from '../../../features/rules/contract.ts';
import type { Client } from '../../../packages/http/make-client.ts';
import { today } from './open-program.ts';

/** A change of each kind that waits to be approved, and one approved for a day far ahead; written by administrators, so that every head may decide. */
export async function plantOverlays(technician: Client, guard: Client, head: Client) {
  const about = { effectiveFrom: today, reason: '各区都这样写', basis: '平台默认值' } as const;
  const business = await technician(rules.proposeOverlay, {
    ...{ file: 'vocabulary.yaml', value: { fields: { places: { is: ['落地板块'] } } } },
    ...about,
  });
  const roles = await guard(rules.proposeOverlay, {
    ...{
      file: 'roles.yaml',
      value: { off: [{ role: 'department', sentence: 'person.reveal-phone/holders' }] },
    },
    ...about,
  });
  const later = await technician(rules.proposeOverlay, {
    ...{ file: 'vocabulary.yaml', value: { fields: { places: { is: ['落户地'] } } } },
    ...{ ...about, effectiveFrom: '2030-01-01' },
  });
  await head(rules.approveOverlay, { id: later.overlayId, version: 1 });
  return { 业务规则: business.overlayId, 角色权限: roles.overlayId };
}
