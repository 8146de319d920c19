import './matters.css';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { InputOf } from '#http/client';
import { Instant, Page, type ScreenProps, Shown, useNarrow, useRoute } from '#ui';
import { type MatterPage, matterPage } from '../contract.ts';
import { AsOfDialog } from './page/as-of-dialog.tsx';
import { AskedPanel } from './page/asked-panel.tsx';
import { ClockPanel } from './page/clock-panel.tsx';
import { FilesPanel } from './page/files-panel.tsx';
import { LadderPanel } from './page/ladder-panel.tsx';
import { LinksPanel } from './page/links-panel.tsx';
import { PeoplePanel } from './page/people-panel.tsx';
import { RemarksPanel } from './page/remarks-panel.tsx';
import { TimelinePanel } from './page/timeline-panel.tsx';
import { TurnPanel } from './page/turn-panel.tsx';
import { pageTexts } from './page-texts.ts';
import { texts } from './texts.ts';

type Asked = InputOf<typeof matterPage>;

/** One matter: what is asked, whose move it is, how long is left, who hears of it next, and all that happened. */
export function Screen({ params }: ScreenProps) {
  const asOf = new URLSearchParams(useSearch()).get('asOf') ?? undefined;
  const input: Asked = { id: params['id'] as Asked['id'], asOf: asOf as Asked['asOf'] };
  const page = useRoute(matterPage, input);
  // A word in place of an id may name another answer of the server, which has no matter.
  const shown = page.data as Partial<MatterPage> | undefined;
  if (page.data && shown?.matter?.matterId === input.id) return <Matter page={page.data} error={page} />;
  return (
    <Page title={texts.matter}>
      <Shown query={{ ...page, data: undefined }} rows={10}>
        {() => null}
      </Shown>
    </Page>
  );
}

type MatterProps = { readonly page: MatterPage; readonly error: Parameters<typeof Shown>[0]['query'] };

function Matter({ page, error }: MatterProps) {
  const [path, go] = useLocation();
  const [isAsking, ask] = useState(false);
  const narrow = useNarrow();
  const { matter, asOf } = page;
  return (
    <Page
      title={matter.title}
      note={
        <>
          {matter.kind.name} <span className="instant">{matter.number}</span> · {matter.state.name}
          {matter.urgent ? <b className="matter-urgent"> · {texts.urgent}</b> : null}
        </>
      }
      acts={
        asOf ? (
          <Button onClick={() => go(path)}>{pageTexts.backToNow}</Button>
        ) : (
          <Button onClick={() => ask(true)}>{pageTexts.asOf}</Button>
        )
      }
    >
      <Shown query={error}>{() => null}</Shown>
      {asOf ? (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={
            <>
              {pageTexts.asOfShown}：<Instant at={asOf} />
            </>
          }
        />
      ) : null}
      {page.outside ? <p className="quiet">{pageTexts.outside}</p> : null}
      {matter.guarded ? <p className="doubt">{pageTexts.guarded}</p> : null}
      <div className="matter-page">
        <div className="matter-now">
          <TurnPanel page={page} />
          <ClockPanel page={page} />
          {narrow ? null : <LadderPanel page={page} />}
          {narrow ? null : <PeoplePanel page={page} />}
        </div>
        <div className="matter-all">
          <AskedPanel page={page} />
          {narrow ? <LadderPanel page={page} /> : null}
          <TimelinePanel page={page} />
          <RemarksPanel page={page} />
          <FilesPanel page={page} />
          <LinksPanel page={page} />
          {narrow ? <PeoplePanel page={page} /> : null}
        </div>
      </div>
      {isAsking ? (
        <AsOfDialog
          openedAt={page.openedAt}
          now={page.now}
          close={() => ask(false)}
          look={(at) => {
            ask(false);
            go(`${path}?asOf=${encodeURIComponent(at)}`);
          }}
        />
      ) : null}
    </Page>
  );
}
