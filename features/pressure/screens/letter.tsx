import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Id } from '#kernel/id';
import { download, Facts, LightMark, Page, Panel, Refused, type ScreenProps, Shown, useRoute } from '#ui';
import { type LetterView, letterDocx, letterPdf, sealedLetter, viewLetter } from '../contract.ts';
import { stateNames } from '../texts.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { EditLetter } from './edit-letter.tsx';
import { FlowPanel } from './flow-panel.tsx';
import { PrintedLetter } from './printed-letter.tsx';
import './pressure.css';

/** One letter: as it reads, what it was composed from, where it stands, what came of it. */
export function Screen({ params }: ScreenProps) {
  const query = useRoute(viewLetter, { id: (params['id'] ?? '') as Id<'letter'> });
  return <Shown query={query}>{(letter) => <Letter letter={letter} />}</Shown>;
}

function Letter({ letter }: { readonly letter: LetterView }) {
  const [editing, edit] = useState(false);
  const { formName, recipient, state, documentNumber, fontWarning, matter } = letter;
  return (
    <Page
      title={`${formName}：${recipient.name}`}
      note={[stateNames[state], documentNumber, letter.dueOn ? `${letter.dueOn}前回复` : null]
        .filter(Boolean)
        .join('，')}
      acts={<Downloads letter={letter} />}
    >
      {fontWarning ? <Alert type="warning" showIcon title={fontWarning} className="letter-notice" /> : null}
      <div className="letter-page">
        <div>
          {editing ? (
            <EditLetter letter={letter} close={() => edit(false)} />
          ) : (
            <Panel
              title="正文"
              extra={letter.mayEdit ? <Button onClick={() => edit(true)}>修改文字</Button> : null}
            >
              <PrintedLetter printed={letter.printed} />
            </Panel>
          )}
        </div>
        <div>
          {matter ? <AnswerPanel matter={matter} formName={formName} /> : null}
          <FlowPanel letter={letter} />
          <Grounds letter={letter} />
        </div>
      </div>
    </Page>
  );
}

function Grounds({ letter }: { readonly letter: LetterView }) {
  const { subject, rule, month, signsName, hash } = letter;
  return (
    <Panel title="依据">
      <Facts
        facts={[
          [
            '对象',
            subject ? (
              <Link key="subject" href={`/pressure/${subject.kind}/${subject.id}`}>
                {subject.name}
              </Link>
            ) : null,
          ],
          ['规则', rule ? `${rule.text}（${rule.basis}）` : '没有依建议，由拟稿人另拟'],
          ['数据月份', month ? `${month.month}，${month.lockedOn}锁定` : null],
          ...(month?.light ? [['亮灯', <LightMark key="light" light={month.light} />] as const] : []),
          ...(month?.rank ? [['名次', `第${month.rank}位，共${month.ranked}个`] as const] : []),
          ['完成率', month?.completion ? `${month.completion}%` : null],
          ['签发', signsName],
          [
            '校验值（SM3）',
            <code key="hash" className="letter-hash">
              {hash}
            </code>,
          ],
        ]}
      />
    </Panel>
  );
}

function Downloads({ letter: { letterId: id, hasSealedCopy } }: { readonly letter: LetterView }) {
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<unknown>();
  const save = async (route: typeof letterPdf | typeof letterDocx | typeof sealedLetter) => {
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
      <Button loading={busy === letterDocx.path} onClick={() => void save(letterDocx)}>
        下载 DOCX
      </Button>
      <Button loading={busy === letterPdf.path} onClick={() => void save(letterPdf)}>
        下载 PDF
      </Button>
      {hasSealedCopy ? (
        <Button loading={busy === sealedLetter.path} onClick={() => void save(sealedLetter)}>
          下载盖章件
        </Button>
      ) : null}
    </>
  );
}
