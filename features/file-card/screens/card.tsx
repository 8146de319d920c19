import './card.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { InputOf } from '#http/client';
import { download, LightMark, Page, Refused, type ScreenProps, Shown, useRoute } from '#ui';
import { type FileCardView, fileCard, fileCardPdf } from '../contract.ts';
import { texts } from '../texts.ts';
import { CardCurve } from './card-curve.tsx';

/** One A4 page for the meeting table. */
export function Screen({ params }: ScreenProps) {
  const id = params['id'] as InputOf<typeof fileCard>['id'];
  const card = useRoute(fileCard, { id });
  const [failed, setFailed] = useState<unknown>();
  return (
    <Page
      title={texts.card}
      acts={
        <>
          <Link href={`/projects/${id}`}>{texts.back}</Link>
          <Button onClick={() => window.print()}>{texts.print}</Button>
          <Button
            type="primary"
            onClick={() => {
              setFailed(undefined);
              download(fileCardPdf, { id }).catch(setFailed);
            }}
          >
            {texts.download}
          </Button>
        </>
      }
    >
      {/* While this page is shown: another page prints on its own paper. */}
      <style>{'@page { size: A4; margin: 0; }'}</style>
      {failed ? <Refused error={failed} /> : null}
      <Shown query={card}>{(data) => <Sheet card={data} />}</Shown>
    </Page>
  );
}

function Sheet({ card }: { readonly card: FileCardView }) {
  const { curve, steps } = card;
  return (
    <article className="sheet" aria-label={card.title}>
      <h2>{card.title}</h2>
      <div className="sheet-under">
        <span>{card.under}</span>
        {card.light ? <LightMark light={card.light} /> : null}
      </div>
      <Said lead={texts.why} text={card.why} />
      {card.notes.map((note) => (
        <Said key={note} text={note} />
      ))}
      <dl>
        {card.facts.map(({ label, value, wide }) => (
          <div key={label} className={wide ? 'sheet-wide' : undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ol className="sheet-steps" aria-label={texts.stages}>
        {steps.map(({ name, on }) => (
          <li key={`${name}${on}`}>
            {name}
            <small>{on}</small>
          </li>
        ))}
      </ol>
      {curve ? <CardCurve curve={curve} /> : null}
      <Said lead={texts.problem} text={card.problem} />
      <Said lead={texts.matter} text={card.matter} />
      <Said lead={texts.people} text={card.people} />
      <footer>{card.foot}</footer>
    </article>
  );
}

function Said({ lead, text }: { readonly lead?: string; readonly text: string }) {
  return (
    <p>
      {lead ? <b>{lead}　</b> : null}
      {text}
    </p>
  );
}
