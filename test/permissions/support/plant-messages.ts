import { asTableOwner } from '#db/testing';
import { defineTellingKinds, listUnreached, tell } from '#telling';
import * as inbox from '../../../features/inbox/contract.ts';
import type { Client } from '../../../packages/http/make-client.ts';
import type { Offices } from './fill-side.ts';
import { marksOf, type SideName } from './marks.ts';
import type { OpenedProgram } from './open-program.ts';

defineTellingKinds({ 'rights.reminder': '催办' });

const hours = { quietFrom: 0, quietTo: 0 };
const nobody = { orgIds: [], groupIds: [], roles: [] };

/** A webhook for both districts, a message to each of them, one that could not be sent, and one for nobody. */
export async function plantMessages(
  program: OpenedProgram,
  cityId: number,
  { technician, reader }: { readonly technician: Client; readonly reader: Client },
  sides: readonly { readonly name: SideName; readonly offices: Offices }[],
) {
  const address = { url: 'http://127.0.0.1:9/in' };
  const webhook = {
    kind: 'webhook',
    name: '区县群',
    enabled: true,
    address,
    ...hours,
    signing: '约定',
  } as const;
  const orgIds = sides.map(({ offices }) => offices.district.orgId);
  const { channelId } = await technician(inbox.createChannel, { ...webhook, ...nobody, orgIds });
  const { settings } = await reader(inbox.viewSettings, {});
  const { version: expectedVersion, ...choice } = settings;
  await reader(inbox.saveSettings, { ...choice, email: 'reader@example.gov.cn', expectedVersion });
  for (const { name, offices } of sides) {
    const { word } = marksOf(name);
    await program.inCity(cityId, (city) =>
      tell(city, {
        key: `rights ${name}`,
        to: [{ org: offices.district.orgId }, { account: '01890000-0000-7000-8000-00000000eeee' }],
        title: word('消息标题'),
        text: word('消息内容'),
        about: { object: 'project', objectId: name, path: '/projects' },
        urgency: 'normal',
        kind: 'rights.reminder',
      }),
    );
  }
  const [failed] = await asTableOwner(
    program.db,
    `update city.outward set state = 'failed', attempts = 8, last_error = '对方拒绝连接'
     where city_id = $1 and key = 'rights east' returning message_id`,
    [cityId],
  );
  const [unreached] = await program.inCity(cityId, (city) => listUnreached(city.tx));
  return { channelId, failedId: String(failed?.['message_id']), unreachedId: unreached?.unreachedId };
}
