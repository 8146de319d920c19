import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';

export type Tab = { readonly key: string; readonly name: ReactNode; readonly content: ReactNode };

type TabSetProps = {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The one shown first; otherwise the first. */
  readonly first?: string | undefined;
};

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Several contents in one place. Arrow keys go from tab to tab; on a phone the row of tabs scrolls. */
export function TabSet({ label, tabs, first }: TabSetProps) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState(first);
  const at = Math.max(
    0,
    tabs.findIndex(({ key }) => key === chosen),
  );
  const open = tabs[at];

  const step = (event: KeyboardEvent) => {
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (at + by + tabs.length) % tabs.length;
    choose(tabs[next]?.key);
    row.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };

  return (
    <>
      <div ref={row} role="tablist" aria-label={label} className="tabs">
        {tabs.map(({ key, name }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={key === open?.key}
            aria-controls={`${id}-content`}
            tabIndex={key === open?.key ? 0 : -1}
            onClick={() => choose(key)}
            onKeyDown={step}
          >
            {name}
          </button>
        ))}
      </div>
      {open ? (
        <div key={open.key} role="tabpanel" id={`${id}-content`} aria-labelledby={`${id}-${open.key}`}>
          {open.content}
        </div>
      ) : null}
    </>
  );
}
