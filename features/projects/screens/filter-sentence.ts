import type { OutputOf } from '#http/client';
import { lightNames } from '#kernel/light';
import type { projectChoices } from '../contract.ts';
import type { Filter } from './use-filter.ts';

export type Choices = OutputOf<typeof projectChoices>;

/** 「2023年 · 甘井子区 · 在建 · 红灯」. */
export function filterSentence(filter: Filter, choices: Choices): string {
  const { text, district, leading, holder, list, year, category, stages, light, lacks, asOf, own } = filter;
  const org = (id: string) =>
    [...choices.districts, ...choices.departments].find((one) => one.orgId === id)?.name ?? id;
  const stageName = (id: string) => choices.stages.find((one) => one.id === id)?.name ?? id;
  const parts = [
    year ? `${year}年` : undefined,
    district && (leading ? `计入${org(district)}` : org(district)),
    holder && `${org(holder)}负责`,
    list && (choices.lists.find((one) => one.id === list)?.name ?? list),
    category,
    stages?.map(stageName).join('或'),
    light && `${lightNames[light]}灯`,
    lacks && { plan: '没有计划', report: '未报月报' }[lacks],
    asOf && `灯截至${asOf}`,
    own ? '职责范围内' : undefined,
    text && `含“${text}”`,
  ];
  return parts.filter((part) => part).join(' · ') || '全部项目';
}
