import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Id } from '#kernel/id';
import { download, Page, Panel, Refused, type ScreenProps, Shown, useRoute } from '#ui';
import {
  archiveCopy,
  type BulletinView,
  bulletinDocx,
  bulletinPdf,
  sealedCopy,
  viewBulletin,
} from '../contract.ts';
import { stateNames, words } from '../texts.ts';
import { EditWording } from './edit-wording.tsx';
import { FiguresPanel } from './figures-panel.tsx';
import { FlowPanel } from './flow-panel.tsx';
import { Printed } from './printed.tsx';
import './bulletin.css';

/** One bulletin: as its pages read, where its figures come from, where it stands and who acts next. */
export function Screen({ params }: ScreenProps) {
  const query = useRoute(viewBulletin, { id: (params['id'] ?? '') as Id<'bulletin'> });
  return <Shown query={query}>{(bulletin) => <Bulletin bulletin={bulletin} />}</Shown>;
}

function Bulletin({ bulletin }: { readonly bulletin: BulletinView }) {
  const [editing, edit] = useState(false);
  const { month, version, state, latest, hash, fontWarning } = bulletin;
  return (
    <Page
      title={`${month} ${words.bulletins}`}
      note={
        <>
          第{version}稿，{stateNames[state]}。数据按 {bulletin.figures.evaluatedOn}{' '}
          的评价结果冻结，校验值（SM3）
          <code className="hash">{hash}</code>
        </>
      }
      acts={<Downloads bulletin={bulletin} />}
    >
      {latest ? null : (
        <Alert type="warning" showIcon title="该月已有更新的一稿，这一稿只供查阅。" className="notice" />
      )}
      {fontWarning ? <Alert type="warning" showIcon title={fontWarning} className="notice" /> : null}
      <div className="bulletin">
        <div>
          {editing ? (
            <EditWording bulletin={bulletin} close={() => edit(false)} />
          ) : (
            <Panel
              title="正文"
              extra={
                <>
                  <CopyOpening text={bulletin.opening} />
                  {bulletin.mayEdit ? <Button onClick={() => edit(true)}>修改文字</Button> : null}
                </>
              }
            >
              <Printed printed={bulletin.printed} />
            </Panel>
          )}
        </div>
        <div>
          <FlowPanel bulletin={bulletin} />
          <FiguresPanel bulletin={bulletin} />
        </div>
      </div>
    </Page>
  );
}

function CopyOpening({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <>
      <span role="status" className="quiet">
        {copied === undefined ? '' : copied ? '首段已复制' : '浏览器不允许复制，请手工选取首段'}
      </span>
      <Button onClick={() => void copy()}>复制首段</Button>
    </>
  );
}

function Downloads({
  bulletin: { bulletinId: id, hasSealedCopy, mayExportArchive },
}: {
  readonly bulletin: BulletinView;
}) {
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<unknown>();
  const save = async (
    route: typeof bulletinPdf | typeof bulletinDocx | typeof sealedCopy | typeof archiveCopy,
  ) => {
    setBusy(route.path);
    setError(undefined);
    try {
      await download(route, { id });
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <>
      {error ? <Refused error={error} /> : null}
      <Button loading={busy === bulletinDocx.path} onClick={() => void save(bulletinDocx)}>
        下载 DOCX
      </Button>
      <Button loading={busy === bulletinPdf.path} onClick={() => void save(bulletinPdf)}>
        下载 PDF
      </Button>
      {hasSealedCopy ? (
        <Button loading={busy === sealedCopy.path} onClick={() => void save(sealedCopy)}>
          下载盖章件
        </Button>
      ) : null}
      {mayExportArchive ? (
        <Button loading={busy === archiveCopy.path} onClick={() => void save(archiveCopy)}>
          下载归档包
        </Button>
      ) : null}
    </>
  );
}
