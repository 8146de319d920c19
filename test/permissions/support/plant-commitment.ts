import { openMatter } from '#engines/matters';
import type { Offices } from './fill-side.ts';
import { marksOf, type SideName } from './marks.ts';
import type { OpenedProgram } from './open-program.ts';

type Side = { readonly name: SideName; readonly offices: Offices };

/** A promise that the side's department must keep. */
export async function plantCommitment(program: OpenedProgram, cityId: number, { name, offices }: Side) {
  const { word } = marksOf(name);
  const { district, department } = offices;
  const { row } = await program.inCity(cityId, (city) =>
    openMatter(city, {
      ...{ kind: 'commitment', title: word('承诺'), seat: 'coordinator', source: 'hand' },
      ...{ lead: department.orgId, districts: [district.orgId], enterprise: word('企业') },
      given: {
        ...{ content: word('承诺内容'), category: 'contract', document: word('合同') },
        ...{ promisedOn: '2023-01-10', counterpart: word('承诺对象') },
      },
    }),
  );
  return row;
}
