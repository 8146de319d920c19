import { Button } from 'antd';
import { Panel } from '#ui';
import type { Draft } from '../../contract.ts';
import { texts } from '../../texts.ts';

type Span = { readonly start: number; readonly end: number };

type Props = {
  readonly draft: Draft;
  readonly faults: readonly { readonly key: string; readonly text: string }[];
  readonly change: (draft: Draft) => void;
  readonly show: (place: Span) => void;
  readonly pick: (key: string) => void;
};

/** Doubts first: what must be settled before anybody is asked, then what a person should look at. */
export function DoubtList({ draft, faults, change, show, pick }: Props) {
  const open = draft.doubts.flatMap((doubt, index) => (doubt.settled ? [] : [{ doubt, index }]));
  const settle = (index: number) =>
    change({
      ...draft,
      doubts: draft.doubts.map((one, at) => (at === index ? { ...one, settled: true } : one)),
    });
  return (
    <Panel title={faults.length > 0 ? texts.faults(faults.length) : texts.noFaults}>
      <ul className="review-doubts">
        {faults.map(({ key, text }) => (
          <li key={`${key} ${text}`}>
            <Button type="link" className="in-cell" onClick={() => pick(key)}>
              {text}
            </Button>
          </li>
        ))}
      </ul>
      {open.length > 0 ? <h3>{texts.doubtList(open.length)}</h3> : null}
      <ul className="review-doubts">
        {open.map(({ doubt, index }) => (
          <li key={`${index} ${doubt.text}`}>
            <Button type="link" className="in-cell" onClick={() => show(doubt.place)}>
              {doubt.text}
            </Button>
            <Button size="small" aria-label={`${texts.settle}：${doubt.text}`} onClick={() => settle(index)}>
              {texts.settle}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
