import { type ReactNode, useEffect } from 'react';

type PageProps = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
};

/** One screen: its title, a line on what it shows, its acts, its content. */
export function Page({ title, note, acts, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 挂图`;
  }, [title]);
  return (
    <>
      <header className="page-head">
        <h1>{title}</h1>
        {acts ? <div className="page-acts">{acts}</div> : null}
        {note ? <div className="page-note">{note}</div> : null}
      </header>
      {children}
    </>
  );
}

export function Panel({
  title,
  children,
  extra,
}: {
  readonly title?: string;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="panel" aria-label={title}>
      {title || extra ? (
        <div className="page-head" style={{ marginBottom: 12 }}>
          {title ? <h2 style={{ margin: 0 }}>{title}</h2> : null}
          {extra ? <div className="page-acts">{extra}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}

export type Fact = readonly [label: string, value: ReactNode];

/** Label and value pairs; an absent value is shown as a dash, never left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? <span className="quiet">—</span> : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
