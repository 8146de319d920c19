import { useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { Page, Panel, Refused, useUpload } from '#ui';
import { takeWorkbook, viewImport } from '../contract.ts';
import { texts } from '../texts.ts';
import { ImportForm } from './import-form.tsx';
import { UploadProgress } from './upload-progress.tsx';

/** A workbook comes in: what it is, then its check. What was filled in stays when the file is refused. */
export function Screen() {
  const [, go] = useLocation();
  const queries = useQueryClient();
  const upload = useUpload(takeWorkbook, (preview) => {
    const { importId } = preview.run;
    queries.setQueryData([viewImport.path, { importId }], preview);
    go(`/imports/${importId}`);
  });
  return (
    <Page
      title={texts.newImport}
      note={texts.checkNote}
      acts={<Link href="/imports">{texts.backToList}</Link>}
    >
      <Panel>
        {upload.error ? <Refused error={upload.error} /> : null}
        <div hidden={upload.busy}>
          <ImportForm send={upload.send} />
        </div>
        {upload.busy ? <UploadProgress sent={upload.sent} cancel={upload.cancel} /> : null}
      </Panel>
    </Page>
  );
}
