import { asTableOwner } from '#db/testing';
import * as intake from '../../../features/intake/contract.ts';
import type { Client } from '../../../packages/http/make-client.ts';
import { type Column, tableBytes } from '../../../packages/sheets/index.ts';
import type { OpenedProgram } from './open-program.ts';

export const returnStates = ['read', 'written', 'undone', 'discarded'] as const;
export type ReturnState = (typeof returnStates)[number];

type PlantedBatch = {
  readonly batchId: intake.BatchView['batchId'];
  readonly importId: intake.ReturnView['importId'];
  readonly version: number;
};

/** A monthly report of projects nobody has listed: it is looked at, and there is nothing in it to be written. */
export function returnedFile(name: string) {
  const text = `项目名称,本月完成投资（万元）,本年累计完成投资（万元）\n${name}试验工程,1,1\n`;
  return { name: `${name}.csv`, bytes: new TextEncoder().encode(text) };
}

/** The clerk's batch in every state a batch can have. The later ones are set: none of them moves a figure. */
export async function plantReturns(program: OpenedProgram, cityId: number, clerk: Client) {
  const planted: Partial<Record<ReturnState, PlantedBatch>> = {};
  for (const state of returnStates) {
    const { batchId } = await clerk(intake.openReturns, { month: '2023-05' });
    const { importId } = await clerk(intake.takeReturn, { batchId, file: returnedFile(`收回${state}`) });
    for (const table of ['return_batch', 'import_run']) {
      const update = `update city.${table} set status = $3 where city_id = $1 and batch_id = $2`;
      if (state !== 'read' && !(table === 'import_run' && state === 'discarded'))
        await asTableOwner(program.db, update, [cityId, batchId, state]);
    }
    planted[state] = { batchId, importId, version: 2 };
  }
  return planted as Readonly<Record<ReturnState, PlantedBatch>>;
}

const columns: readonly Column<string>[] = [
  { title: '项目名称', kind: 'text', value: (name) => name },
  { title: '本月完成投资', kind: 'money', unit: '万元', value: () => null },
  { title: '本年累计完成投资', kind: 'money', unit: '万元', value: () => null },
];

export async function templateFile() {
  const rows = ['试验工程', '另一试验工程'];
  return { name: '自己的表.xlsx', bytes: await tableBytes([{ sheet: '表', columns, rows }]) };
}
