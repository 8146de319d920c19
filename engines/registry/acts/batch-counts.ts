import type { City } from '#access';
import { monthOf } from '#kernel/plain-date';
import { sectionOf } from '#pack';
import type { BatchSet } from '../domain/stage.ts';
import { stagesSection } from '../sections/stages.ts';
import { countByStage } from '../store/stage-counts.ts';

export type BatchLine = {
  readonly set: BatchSet;
  readonly batch: string;
  readonly name: string;
  readonly projects: number;
  /** By the leading district, in official order; districts without a project are left out. */
  readonly districts: readonly { readonly orgId: string; readonly name: string; readonly projects: number }[];
};

/** 三个一批, 五个一批: how many projects each batch holds, city-wide and by district, from the stages as they are. */
export async function batchCounts(city: City, filter: { readonly year?: number } = {}): Promise<BatchLine[]> {
  const rows = await countByStage(city.tx, filter.year, monthOf(city.today));
  return sectionOf(city.pack, stagesSection).batchSets.flatMap((set) =>
    set.batches.map(({ id, name, stages }) => {
      const inside = rows.filter((row) => stages.includes(row.stage));
      const districts = [...Map.groupBy(inside, (row) => row.orgId).entries()].map(([orgId, own]) => ({
        orgId,
        name: own[0]?.name ?? '',
        projects: own.reduce((sum, row) => sum + row.projects, 0),
      }));
      return {
        set,
        batch: id,
        name,
        districts,
        projects: districts.reduce((sum, one) => sum + one.projects, 0),
      };
    }),
  );
}
