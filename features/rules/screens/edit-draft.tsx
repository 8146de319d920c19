import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { CallRefused } from '#http/client';
import type { Id } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import { Field, fieldError, Page, Panel, Refused, type ScreenProps, Shown, useAct, useRoute } from '#ui';
import { type OverlayView, reviseOverlay, viewOverlay } from '../contract.ts';
import { words } from '../texts.ts';
import { Checked } from './checked.tsx';
import { DraftFields } from './draft-dialog.tsx';
import { useCheck } from './use-check.ts';
import './rules.css';

/** A draft as text, with day, basis and reason. */
export function Screen({ params }: ScreenProps) {
  const query = useRoute(viewOverlay, { id: (params['id'] ?? '') as Id<'overlay'> });
  return <Shown query={query}>{(view) => <EditDraft view={view} />}</Shown>;
}

function EditDraft({ view }: { readonly view: OverlayView }) {
  const { overlay } = view;
  const [content, write] = useState(view.content);
  const [version, setVersion] = useState(overlay.number);
  const [effectiveFrom, changeDay] = useState<PlainDate | undefined>(overlay.effectiveFrom);
  const [reason, setReason] = useState(overlay.reason);
  const [basis, setBasis] = useState(overlay.basis);
  const [, go] = useLocation();
  const here = `/rules/overlays/${overlay.overlayId}`;
  const act = useAct(reviseOverlay, () => go(here));
  const { found, error } = useCheck(overlay.file, { content }, effectiveFrom);
  const theirs = standing(act.error);
  const ready = effectiveFrom !== undefined && reason.trim().length > 1 && basis.trim() !== '';
  return (
    <Page
      title={`${overlay.sectionName}的改动`}
      note={<code>{overlay.file}</code>}
      acts={
        <>
          <Button onClick={() => go(here)}>返回</Button>
          <Button
            type="primary"
            disabled={!ready}
            loading={act.isPending}
            onClick={() =>
              effectiveFrom &&
              act.mutate({ id: overlay.overlayId, version, content, effectiveFrom, reason, basis })
            }
          >
            {words.revise}
          </Button>
        </>
      }
    >
      {act.error ? <Refused error={act.error} /> : null}
      {theirs ? (
        <Panel title={`${words.stale}：${words.theirs}`}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
          <pre className="rules-source" tabIndex={0}>
            {theirs.content}
          </pre>
          <div className="acts">
            <Button onClick={() => setVersion(theirs.version)}>{words.staleSave}</Button>
          </div>
        </Panel>
      ) : null}
      <div className="rules-edit">
        <Panel title={words.content}>
          <DraftFields
            {...{ effectiveFrom, changeDay, reason, setReason, basis, setBasis }}
            error={act.error}
          />
          <div className="rules-text">
            <Field label={overlay.file} error={fieldError(act.error, 'content')}>
              {(ties) => (
                <Input.TextArea
                  {...ties}
                  autoSize={{ minRows: 12, maxRows: 36 }}
                  spellCheck={false}
                  value={content}
                  onChange={(event) => write(event.target.value)}
                />
              )}
            </Field>
          </div>
        </Panel>
        <div>
          {error ? <Refused error={error} /> : null}
          <Checked {...(found ?? view)} />
        </div>
      </div>
    </Page>
  );
}

/** What somebody else saved in between, as the refusal tells it. */
function standing(error: unknown): { readonly content: string; readonly version: number } | undefined {
  if (!(error instanceof CallRefused) || error.code !== 'http.stale_version') return undefined;
  const { current, currentVersion } = error.details;
  const content = (current as { readonly content?: unknown } | undefined)?.content;
  return { content: typeof content === 'string' ? content : '', version: Number(currentVersion) };
}
