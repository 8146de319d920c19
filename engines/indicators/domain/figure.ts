import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { defineRefusals } from '#kernel/refusal';
import type { Party, Whole } from './target.ts';

defineRefusals({
  'figure.not_published': { status: 422, text: '“{indicator}”不取统计数，市包没有写明它的统计口径' },
  'figure.not_owned': { status: 422, text: '“{indicator}”的完成数不由单位填报' },
  'figure.of_districts_only': { status: 422, text: '统计数只录全市和各地区的总数' },
  'figure.source_empty': { status: 422, text: '请写明数据来源，例如统计月报的期号' },
  'figure.stated_in_future': { status: 422, text: '来源日期{statedOn}在今天之后' },
  'figure.month_not_over': { status: 422, text: '{month}还没有结束，不能录入该月累计数' },
});

/** Who says so: the statistics bureau, or whoever keeps the indicator. */
export type FigureOrigin = 'statistics' | 'owner';

/** Accumulated from January to the month, of a whole city, district or department. */
export type Figure = {
  readonly indicator: string;
  readonly party: Party;
  readonly month: Month;
  readonly origin: FigureOrigin;
  /** 1 for the first; the highest number stands. */
  readonly number: number;
  /** Null: taken back. */
  readonly value: Whole | null;
  /** What exactly is counted, as the pack said when it was entered. */
  readonly caliber: string;
  readonly source: string;
  readonly statedOn: PlainDate;
  readonly recordedBy: string;
  readonly recordedAt: Date;
};
