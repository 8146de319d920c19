import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { whoAmI } from '#features/identity';
import type { Id } from '#kernel/id';
import { Facts, Instant, Page, Panel, type ScreenProps, Shown, useRoute } from '#ui';
import { type OverlayView, viewOverlay } from '../contract.ts';
import { words } from '../texts.ts';
import { Checked } from './checked.tsx';
import { Difference } from './difference.tsx';
import { OverlayState } from './overlay-table.tsx';
import { SettleDialog } from './settle-dialog.tsx';
import { Trial } from './trial.tsx';
import './rules.css';

/** One change: what it says, what it changes, who wrote and approved it, and what can be done now. */
export function Screen({ params }: ScreenProps) {
  const query = useRoute(viewOverlay, { id: (params['id'] ?? '') as Id<'overlay'> });
  return <Shown query={query}>{(view) => <Overlay view={view} />}</Shown>;
}

function Overlay({ view }: { readonly view: OverlayView }) {
  const [settling, settle] = useState<'approve' | 'withdraw'>();
  const { overlay, may, drift, hindrance } = view;
  const mayTry = useRoute(whoAmI, {}).data?.actions.includes('overlay.try') ?? false;
  return (
    <Page
      title={`${overlay.sectionName}的改动`}
      note={<code>{overlay.file}</code>}
      acts={
        <>
          {may.edit ? (
            <Link href={`/rules/overlays/${overlay.overlayId}/edit`}>
              <Button>{words.editDraft}</Button>
            </Link>
          ) : null}
          {may.withdraw ? (
            <Button onClick={() => settle('withdraw')}>
              {overlay.state === 'draft' ? words.drop : words.withdraw}
            </Button>
          ) : null}
          {may.approve ? (
            <Button type="primary" onClick={() => settle('approve')}>
              {words.approve}
            </Button>
          ) : null}
        </>
      }
    >
      {settling ? <SettleDialog act={settling} overlay={overlay} close={() => settle(undefined)} /> : null}
      {overlay.unfit ? (
        <Alert type="error" showIcon title={words.unfitNote} style={{ marginBottom: 12 }} />
      ) : null}
      {overlay.drifted ? (
        <Alert type="warning" showIcon title={words.driftNote} style={{ marginBottom: 12 }} />
      ) : null}
      {hindrance ? <Alert type="info" showIcon title={hindrance} style={{ marginBottom: 12 }} /> : null}
      <div className="rules-edit">
        <div>
          <Panel title={words.state}>
            <Facts
              facts={[
                [words.state, <OverlayState key="state" line={overlay} />],
                [words.effectiveFrom, overlay.effectiveFrom],
                [words.basis, overlay.basis],
                [words.reason, overlay.reason],
                [words.authors, overlay.authors.join('、')],
                [words.approvedBy, overlay.approvedBy],
              ]}
            />
          </Panel>
          <Panel title={words.history}>
            <ul className="problem-list">
              {view.revisions.map(({ number, byName, at, reason }) => (
                <li key={number}>
                  <Instant at={at} /> {byName} {number === 1 ? words.drafted : words.revision(number)}
                  <div className="quiet">{reason}</div>
                </li>
              ))}
              {view.steps.map(({ act, byName, at, fromOn, reason }) => (
                <li key={act}>
                  <Instant at={at} /> {byName} {act === 'approve' ? words.approve : words.withdraw}
                  {fromOn ? `，自 ${fromOn} 起` : ''}
                  {reason ? <div className="quiet">{reason}</div> : null}
                </li>
              ))}
            </ul>
          </Panel>
          {drift.length > 0 ? (
            <Panel title={words.drift}>
              <Difference lines={drift} label={words.drift} />
            </Panel>
          ) : null}
          <Panel title={words.content}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
            <pre className="rules-source" tabIndex={0}>
              {view.content}
            </pre>
          </Panel>
        </div>
        <div>
          <Checked {...view} />
          {mayTry && overlay.file === 'lights.yaml' ? <Trial wanted={{ content: view.content }} /> : null}
        </div>
      </div>
    </Page>
  );
}
