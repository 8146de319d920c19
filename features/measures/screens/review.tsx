import './measures.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { InputOf, OutputOf } from '#http/client';
import { Dialog, Page, Refused, type ScreenProps, Shown, useAct, useRoute } from '#ui';
import { consultUnits, viewReview } from '../contract.ts';
import { stateNames, texts } from '../texts.ts';
import { DoubtList } from './review/doubt-list.tsx';
import { changeMeasure, mergeUp, renumbered, splitMeasure } from './review/edit-draft.ts';
import { MeasureCard } from './review/measure-card.tsx';
import { SourceText } from './review/source-text.tsx';
import { useDraft } from './review/use-draft.ts';

type Seen = OutputOf<typeof viewReview>;
type Span = { readonly start: number; readonly end: number };

/** The document on the left, what was read in it on the right; everything is saved as it is corrected. */
export function Screen({ params }: ScreenProps) {
  const id = params['id'] as InputOf<typeof viewReview>['id'];
  const [loaded, load] = useState(0);
  const seen = useRoute(viewReview, { id });
  return (
    <Shown query={seen}>
      {(data) => (
        <Review
          key={loaded}
          seen={data}
          reload={() => void seen.refetch().then(() => load((now) => now + 1))}
        />
      )}
    </Shown>
  );
}

function Review({ seen, reload }: { readonly seen: Seen; readonly reload: () => void }) {
  const [, go] = useLocation();
  const { draft, change, faults, version, saved, error, stale } = useDraft(seen);
  const [chosen, choose] = useState<string | undefined>(draft.measures[0]?.key);
  const [lit, light] = useState<Span>();
  const [isConfirming, confirm] = useState(false);
  const id = seen.documentId;
  const asking = useAct(consultUnits, () => go(`/policy-documents/${id}`));
  const pick = (key: string) => {
    choose(key);
    light(draft.measures.find((one) => one.key === key)?.titlePlace);
  };
  return (
    <Page
      title={`${texts.review}：${draft.title}`}
      note={
        <>
          {[draft.docNumber, stateNames[seen.state]].filter(Boolean).join(' · ')}{' '}
          <span role="status">{saved}</span>
        </>
      }
      acts={
        <>
          <Button onClick={() => change({ ...draft, measures: renumbered(draft.measures) })}>
            {texts.renumber}
          </Button>
          {seen.state === 'review' ? (
            <Button
              type="primary"
              disabled={faults.length > 0 || saved === texts.saving}
              onClick={() => confirm(true)}
            >
              {texts.confirm}
            </Button>
          ) : (
            <Button type="primary" onClick={() => go(`/policy-documents/${id}`)}>
              {texts.revised}
            </Button>
          )}
        </>
      }
    >
      {error ? <Refused error={error} /> : null}
      {stale ? (
        <p className="doubt">
          {texts.stale} <Button onClick={reload}>{texts.load}</Button>
        </p>
      ) : null}
      <div className="review">
        <SourceText text={seen.text} measures={draft.measures} chosen={chosen} lit={lit} pick={pick} />
        <div className="review-side">
          <DoubtList draft={draft} faults={faults} change={change} show={light} pick={pick} />
          {draft.measures.map((measure, index) => (
            <MeasureCard
              key={measure.key}
              measure={measure}
              open={measure.key === chosen}
              organisations={seen.organisations}
              defaultCadence={seen.defaultCadence}
              pick={() => pick(measure.key)}
              show={light}
              change={(next) => change({ ...draft, measures: changeMeasure(draft.measures, next) })}
              split={() => change({ ...draft, measures: splitMeasure(draft.measures, measure.key) })}
              merge={
                index > 0
                  ? () => change({ ...draft, measures: mergeUp(draft.measures, measure.key) })
                  : undefined
              }
            />
          ))}
        </div>
      </div>
      <Dialog
        open={isConfirming}
        title={texts.confirm}
        act={texts.confirm}
        busy={asking.isPending}
        error={asking.error}
        onAct={() => asking.mutate({ id, version })}
        onClose={() => confirm(false)}
      >
        <p>{texts.confirmNote}</p>
      </Dialog>
    </Page>
  );
}
