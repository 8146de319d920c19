import { Drawer } from 'antd';
import { useState } from 'react';
import { Shown, useRoute } from '#ui';
import { matterStatisticsRows } from '../../contract.ts';
import { MatterTable } from '../list/matter-table.tsx';
import { statisticsTexts } from '../statistics-texts.ts';
import { texts } from '../texts.ts';
import type { Asked, Drill } from './asked.ts';

type DrillDrawerProps = {
  readonly asked: Asked;
  readonly drill: Drill;
  /** Whose figure it is. */
  readonly name: string;
  readonly now: string;
  readonly close: () => void;
};

/** The matters behind a figure. */
export function DrillDrawer({ asked: { by, ...span }, drill, name, now, close }: DrillDrawerProps) {
  const [page, turn] = useState(1);
  const whose = by === 'kind' ? { kind: drill.of } : { unit: drill.of };
  const rows = useRoute(matterStatisticsRows, { ...span, ...whose, measure: drill.measure, page });
  const title = statisticsTexts.drill(name, statisticsTexts.measures[drill.measure]);
  return (
    <Drawer
      open
      title={title}
      size="min(1080px, 100vw)"
      closable={{ 'aria-label': texts.close }}
      onClose={close}
    >
      <Shown query={rows}>
        {(data) => (
          <MatterTable
            label={title}
            rows={data.rows}
            now={now}
            empty={{ why: statisticsTexts.rowsEmpty }}
            paging={{ page: data.page, size: data.pageSize, total: data.total, turn }}
          />
        )}
      </Shown>
    </Drawer>
  );
}
