import type { City } from '#access';
import * as registry from '#engines/registry';
import type { InputOf } from '#http';
import { defineRefusals, ensure } from '#kernel/refusal';
import type { recordStatistics as route } from '../contract.ts';
import { projectFor } from './project-target.ts';

defineRefusals({
  'statistics.day_wrong': { status: 422, text: '已入统的须填写入统日期，且不晚于今天；未入统的不填日期' },
});

export async function recordStatistics(city: City, input: InputOf<typeof route>): Promise<number> {
  const { id, entered, enteredOn = null, source } = input;
  await projectFor(city, 'project.record-statistics', id);
  ensure(
    entered ? enteredOn !== null && enteredOn <= city.today : enteredOn === null,
    'statistics.day_wrong',
  );
  const fact = { projectId: id, entered, enteredOn, statedOn: city.today, source };
  return await registry.recordStatistics(city, [fact]);
}
