import { Button, Input } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import type { PlainDate } from '#kernel/plain-date';
import { Empty, Field, Loading, Page, Panel, Refused, type ScreenProps, Shown, useRoute } from '#ui';
import { readRuleFile } from '../contract.ts';
import { words } from '../texts.ts';
import { Checked } from './checked.tsx';
import { DraftDialog } from './draft-dialog.tsx';
import { OverlayTable } from './overlay-table.tsx';
import { useCheck } from './use-check.ts';
import './rules.css';

type RuleFile = OutputOf<typeof readRuleFile>;

/** One part of the pack as text: what is shipped, what stands, and an edit that is checked as it is written. */
export function Screen({ params }: ScreenProps) {
  const query = useRoute(readRuleFile, { file: (params['file'] ?? '').replaceAll('_', '.') });
  return <Shown query={query}>{(file) => <RuleFilePage key={file.start} file={file} />}</Shown>;
}

function RuleFilePage({ file }: { readonly file: RuleFile }) {
  const [content, write] = useState(file.start);
  const [day, setDay] = useState<PlainDate>();
  const [drafting, draft] = useState(false);
  const changed = content !== file.start;
  const { found, error, busy } = useCheck(
    file.file,
    file.mayPropose && changed ? { content } : undefined,
    day,
  );
  return (
    <Page
      title={file.sectionName}
      note={
        <>
          <code>{file.file}</code>　{file.adds ? words.addsHint : words.replacesHint}
        </>
      }
      acts={
        file.mayPropose ? (
          <Button type="primary" disabled={!changed} onClick={() => draft(true)}>
            {words.propose}
          </Button>
        ) : null
      }
    >
      {drafting ? (
        <DraftDialog
          {...{ file: file.file, wanted: { content }, effectiveFrom: day, changeDay: setDay }}
          close={() => draft(false)}
        />
      ) : null}
      <div className="rules-edit">
        <div>
          <Panel title={words.content}>
            {file.mayPropose ? (
              <div className="rules-text">
                <Field label={file.file} hint={words.contentHint}>
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
            ) : (
              <>
                <p className="quiet">{words.notAllowed}</p>
                <Source text={file.start} />
              </>
            )}
          </Panel>
          {file.layers.map(({ layer, text }) => (
            <Panel key={layer} title={`${words.shipped}：${layer}`}>
              <Source text={text} />
            </Panel>
          ))}
        </div>
        <div>
          {error ? <Refused error={error} /> : null}
          {!file.mayPropose ? null : found && changed ? (
            <Checked {...found} />
          ) : (
            <Panel title={words.check}>{busy ? <Loading rows={3} /> : <Empty why={words.same} />}</Panel>
          )}
          <Panel title={words.changes}>
            <OverlayTable rows={file.overlays} label={words.changes} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function Source({ text }: { readonly text: string }) {
  return text === '' ? (
    <p className="quiet">{words.noFile}</p>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <pre className="rules-source" tabIndex={0}>
      {text}
    </pre>
  );
}
