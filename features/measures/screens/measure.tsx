import './measures.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { InputOf, OutputOf } from '#http/client';
import { Empty, Facts, LightMark, Page, Panel, type ScreenProps, Shown, useRoute } from '#ui';
import { type TargetLine, type Told, viewMeasure } from '../contract.ts';
import { cadenceWords, comparatorNames, texts, toldNames } from '../texts.ts';
import { CheckDialog } from './check-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';

/** One measure: the light and why, its numbers, what the unit says of itself and what the check found. */
export function Screen({ params }: ScreenProps) {
  const id = params['id'] as InputOf<typeof viewMeasure>['id'];
  const seen = useRoute(viewMeasure, { id });
  return <Shown query={seen}>{(data) => <Measure seen={data} />}</Shown>;
}

function Measure({ seen }: { readonly seen: OutputOf<typeof viewMeasure> }) {
  const [, go] = useLocation();
  const [doing, begin] = useState<'report' | 'check'>();
  const { document, matter } = seen;
  const close = () => begin(undefined);
  return (
    <Page
      title={`${seen.no} ${seen.title}`}
      note={
        <>
          <Link href={`/policy-documents/${document.documentId}`}>{document.title}</Link> {document.docNumber}
        </>
      }
      acts={
        <>
          <Button onClick={() => go(`/matters/${matter.matterId}`)}>{texts.toMatter}</Button>
          {seen.mayCheck ? <Button onClick={() => begin('check')}>{texts.checkAct}</Button> : null}
          {seen.mayReport ? (
            <Button type="primary" onClick={() => begin('report')}>
              {texts.report}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="columns">
        <Panel title={texts.why}>
          {seen.light ? <LightMark light={seen.light} /> : null} {matter.state}
          <ul>
            {seen.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <p className="quiet">
            {texts.basis}：{seen.basis.join('；')}
          </p>
        </Panel>
        <Panel>
          <Facts
            facts={[
              [texts.lead, seen.lead.map(({ name }) => name).join('、')],
              [texts.support, seen.support.map(({ name }) => name).join('、')],
              [texts.dueOn, seen.dueOn],
              [texts.cadence, cadenceWords[seen.cadence]],
            ]}
          />
        </Panel>
      </div>
      {seen.targets.length > 0 ? (
        <Panel title={texts.targets}>
          <ul className="measure-told">
            {numbered(seen.targets).map(({ one, key }) => (
              <Target key={key} line={one} />
            ))}
          </ul>
        </Panel>
      ) : null}
      <Panel title={texts.told}>
        {seen.told.length === 0 ? (
          <Empty why={texts.noTold} remedy={texts.decomposeFirst} />
        ) : (
          <ul className="measure-told">
            {numbered(seen.told).map(({ one, key }) => (
              <TellingLine key={key} told={one} />
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={texts.links}>
        {seen.links.length === 0 ? (
          <p className="quiet">{texts.noLinks}</p>
        ) : (
          <ul>
            {seen.links.map(({ matterId, number, title }) => (
              <li key={matterId}>
                <Link href={`/matters/${matterId}`}>{`${number} ${title}`}</Link>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {doing === 'report' ? <ReportDialog seen={seen} close={close} /> : null}
      {doing === 'check' ? <CheckDialog seen={seen} close={close} /> : null}
    </Page>
  );
}

/** Neither targets nor what was told have a name of their own; their order is what tells them apart. */
function numbered<T>(all: readonly T[]) {
  return all.map((one, index) => ({ one, key: `${all.length - index}` }));
}

function Target({ line }: { readonly line: TargetLine }) {
  const { target, light, reason, figures } = line;
  const { phrase, comparator, value, unit, deadline } = target;
  const asked =
    value === null ? '' : `${comparator ? comparatorNames[comparator] : ''} ${value}${unit ?? ''}`;
  return (
    <li>
      {light ? <LightMark light={light} /> : null} <strong>{phrase}</strong> {asked}{' '}
      {deadline ? <span className="instant">{deadline}</span> : null}
      {reason ? <div className="quiet">{reason}</div> : null}
      {figures.length > 0 ? (
        <div>
          {figures.map(({ onDay, value: reached, by }) => (
            <span key={`${onDay} ${by} ${reached}`} className="measure-figure">
              <span className="instant">{onDay}</span> {reached}
              {unit} <span className="quiet">{by}</span>
            </span>
          ))}
        </div>
      ) : null}
    </li>
  );
}

function TellingLine({ told }: { readonly told: Told }) {
  const { kind, on, by, standing, text, seen, files, empty } = told;
  return (
    <li className={kind === 'check' || kind === 'verify' ? 'measure-check' : undefined}>
      <strong>{toldNames[kind]}</strong> <span className="instant">{on}</span>{' '}
      <span className="quiet">{by}</span> {standing}
      {empty ? <span className="doubt">{texts.emptyReport}</span> : null}
      <div className="measure-words">{text}</div>
      {seen ? (
        <div className="quiet">
          {texts.seen}：{seen}
        </div>
      ) : null}
      {files > 0 ? <div className="quiet">{texts.files(files)}</div> : null}
    </li>
  );
}
