import { Alert } from 'antd';
import type { ReportingRow, RowResult } from '../contract.ts';
import { texts } from './texts.ts';

export type Failed = { readonly projectId: string; readonly name: string; readonly why: string };

/** Rows are taken one by one: those that were not, and why. */
export function failedOf(
  results: readonly RowResult[],
  rows: readonly Pick<ReportingRow, 'projectId' | 'name'>[],
): Failed[] {
  const names = new Map(rows.map(({ projectId, name }) => [projectId as string, name]));
  return results.flatMap(({ projectId, outcome, text, contradictions }) => {
    if (outcome === 'done' || outcome === 'unchanged') return [];
    const unconfirmed = [texts.unconfirmedRow, ...contradictions.map((one) => one.text)].join('：');
    const why = outcome === 'stale' ? texts.staleRow : outcome === 'unconfirmed' ? unconfirmed : (text ?? '');
    return [{ projectId, name: names.get(projectId) ?? '', why }];
  });
}

export function Outcomes({ failed }: { readonly failed: readonly Failed[] }) {
  if (failed.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={texts.notTaken(failed.length)}
      description={
        <ul className="outcomes">
          {failed.map(({ projectId, name, why }) => (
            <li key={projectId}>
              {name}：{why}
            </li>
          ))}
        </ul>
      }
      style={{ marginBottom: 12 }}
    />
  );
}
