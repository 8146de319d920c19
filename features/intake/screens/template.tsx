import { Radio, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { listOffices } from '#features/workbooks';
import type { InputOf } from '#http/client';
import type { Month } from '#kernel/month';
import { Field, MonthInput, Page, Panel, Refused, Shown, useRoute, useUpload } from '#ui';
import { listTemplates, takeTemplate, viewTemplate } from '../contract.ts';
import { returnTexts, templateTexts as texts } from '../texts.ts';
import { DropFiles } from './returns/drop-files.tsx';
import { TemplatePlan } from './template-plan.tsx';
import { UploadProgress } from './upload-progress.tsx';

type FileId = InputOf<typeof viewTemplate>['fileId'];
type Standing = InputOf<typeof viewTemplate>['standing'];

/** An office's own workbook, the month, and what would be put into it. */
export function Screen() {
  const asked = useRoute(listOffices, {});
  const earlier = useRoute(listTemplates, {});
  const [file, setFile] = useState<{ readonly fileId: FileId; readonly name: string }>();
  const [chosen, setMonth] = useState<Month>();
  const [standing, setStanding] = useState<Standing>('verified');
  const upload = useUpload(takeTemplate, setFile);
  const month = chosen ?? asked.data?.month;
  const files = earlier.data?.files ?? [];

  return (
    <Page
      title={texts.template}
      note={texts.note}
      acts={<Link href="/workbooks">{returnTexts.toWorkbooks}</Link>}
    >
      <Panel>
        {upload.error ? <Refused error={upload.error} /> : null}
        <div style={{ maxWidth: 720 }}>
          {upload.busy ? (
            <UploadProgress sent={upload.sent} cancel={upload.cancel} />
          ) : (
            <DropFiles
              many={false}
              label={file ? `${texts.source}：${file.name}` : texts.upload}
              note={texts.uploadNote}
              choose={([first]) => first && upload.send({ file: { name: first.name, bytes: first } })}
            />
          )}
          {files.length > 0 ? (
            <Field label={texts.earlier} hint={texts.earlierHint}>
              {(ties) => (
                <Select<FileId>
                  {...ties}
                  style={{ width: '100%' }}
                  placeholder={texts.choose}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={file && files.some(({ fileId }) => fileId === file.fileId) ? file.fileId : undefined}
                  onChange={(fileId) =>
                    setFile({ fileId, name: files.find((one) => one.fileId === fileId)?.fileName ?? '' })
                  }
                  options={files.map((one) => ({
                    value: one.fileId,
                    label: [one.month, one.sender, one.fileName].filter(Boolean).join(' · '),
                  }))}
                />
              )}
            </Field>
          ) : null}
          <Field label={texts.month} required>
            {(ties) => <MonthInput {...ties} value={month} change={setMonth} />}
          </Field>
          <Field label={texts.standing}>
            {(ties) => (
              <Radio.Group
                {...ties}
                aria-label={texts.standing}
                value={standing}
                onChange={(event) => setStanding(event.target.value as Standing)}
                options={[
                  { value: 'verified', label: texts.standings.verified },
                  { value: 'reported', label: texts.standings.reported },
                ]}
              />
            )}
          </Field>
        </div>
      </Panel>
      {file && month ? <Planned ask={{ fileId: file.fileId, month, standing }} /> : null}
    </Page>
  );
}

function Planned({ ask }: { readonly ask: InputOf<typeof viewTemplate> }) {
  const plan = useRoute(viewTemplate, ask);
  return (
    <Panel>
      <Shown query={plan}>{(data) => <TemplatePlan ask={ask} plan={data} />}</Shown>
    </Panel>
  );
}
