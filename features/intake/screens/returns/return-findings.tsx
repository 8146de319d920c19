import { Modal } from 'antd';
import type { InputOf } from '#http/client';
import { Shown, useRoute } from '#ui';
import { type ReturnView, returnFindings } from '../../contract.ts';
import { returnTexts, texts } from '../../texts.ts';
import { FindingTable } from '../finding-table.tsx';

type ReturnFindingsProps = {
  readonly batchId: InputOf<typeof returnFindings>['batchId'];
  readonly file: ReturnView;
  readonly close: () => void;
};

/** Everything found in one file, errors first. */
export function ReturnFindings({ batchId, file, close }: ReturnFindingsProps) {
  const found = useRoute(returnFindings, { batchId, importId: file.importId });
  return (
    <Modal
      open
      title={file.fileName}
      footer={null}
      width={1200}
      onCancel={close}
      closable={{ 'aria-label': texts.close }}
    >
      <Shown query={found}>
        {({ findings }) => (
          <FindingTable
            findings={[...findings].sort((a, b) => (a.kind === b.kind ? 0 : a.kind === 'error' ? -1 : 1))}
            none={`${returnTexts.office}：${file.office ?? returnTexts.unknownOffice}。${texts.noErrors}，${texts.noWarnings}`}
          />
        )}
      </Shown>
    </Modal>
  );
}
