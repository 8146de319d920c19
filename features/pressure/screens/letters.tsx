import { Button } from 'antd';
import { useState } from 'react';
import { Page, Panel, type ScreenProps, Shown, useRoute } from '#ui';
import { listLetters } from '../contract.ts';
import { words } from '../texts.ts';
import { Compose } from './compose.tsx';
import { LetterTable } from './letter-table.tsx';
import './pressure.css';

/** Letters under way and issued; a recipient finds those to its own office. */
export function Screen(_props: ScreenProps) {
  const list = useRoute(listLetters, {});
  const [composing, compose] = useState(false);
  const late = list.data?.letters.filter(({ matter }) => matter?.isLate).length ?? 0;
  return (
    <Page
      title={words.letters}
      note={
        late > 0 ? `共${late}件超期未签收、未回复或未整改。` : '收函单位签收、回复后，由发函单位审阅或核验。'
      }
      acts={
        list.data?.mayCompose ? (
          <Button type="primary" onClick={() => compose(true)}>
            {words.compose}
          </Button>
        ) : null
      }
    >
      <Panel>
        <Shown query={list}>
          {({ letters, mayCompose }) => (
            <LetterTable
              label={words.letters}
              letters={letters}
              empty={{
                why: '没有可以查看的函件。',
                remedy: mayCompose
                  ? '在“提醒督办建议”中决定拟发，或点“另拟函件”。'
                  : '印发给本单位的函件会列在这里。',
              }}
            />
          )}
        </Shown>
      </Panel>
      {composing && list.data ? (
        <Compose signers={list.data.signers} forms={list.data.forms} close={() => compose(false)} />
      ) : null}
    </Page>
  );
}
