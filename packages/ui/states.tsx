import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { CallRefused } from '#http/client';

/** Nothing to show: why, and what to do about it. */
export function Empty({ why, remedy }: { readonly why: string; readonly remedy?: ReactNode }) {
  return (
    <div className="state" role="status">
      <p>{why}</p>
      {remedy ? <p className="quiet">{remedy}</p> : null}
    </div>
  );
}

export function Loading({ rows = 6 }: { readonly rows?: number }) {
  return (
    <div aria-busy="true" role="status" aria-label="正在载入">
      <Skeleton active={false} title={false} paragraph={{ rows }} />
    </div>
  );
}

/** A refused or failed call: what happened, its code, and the way on. */
export function Refused({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const refused = error instanceof CallRefused ? error : undefined;
  return (
    <Alert
      type={refused && refused.status > 0 ? 'error' : 'warning'}
      showIcon
      role="alert"
      title={refused?.text ?? '页面出错，请刷新后重试'}
      description={
        refused && refused.status > 0 ? <span className="quiet">代码 {refused.code}</span> : undefined
      }
      action={retry ? <Button onClick={retry}>重试</Button> : undefined}
      style={{ marginBottom: 12 }}
    />
  );
}

type Loaded<T> = { readonly data: T | undefined; readonly error: unknown; readonly refetch: () => unknown };

/** Loading, refused or shown; data already shown stays while it is fetched again. */
export function Shown<T>({
  query,
  children,
  rows,
}: {
  readonly query: Loaded<T>;
  readonly children: (data: T) => ReactNode;
  readonly rows?: number;
}) {
  if (query.data === undefined && query.error)
    return <Refused error={query.error} retry={() => query.refetch()} />;
  if (query.data === undefined) return <Loading rows={rows ?? 6} />;
  return (
    <>
      {query.error ? <Refused error={query.error} retry={() => query.refetch()} /> : null}
      {children(query.data)}
    </>
  );
}
