import './chain.css';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { InputOf } from '#http/client';
import { Page, Panel, type ScreenProps, Shown, useRoute } from '#ui';
import { type Chain, projectChain, type stations } from '../contract.ts';
import { stationNames, texts } from '../texts.ts';
import { Causes, LightStation } from './light-and-causes.tsx';
import { Deadlines, Decisions, Evidence, Matters } from './matter-stations.tsx';

type Station = (typeof stations)[number];

/** From the red light to what shows that it is over, on one page that can be printed. */
export function Screen({ params }: ScreenProps) {
  const id = params['id'] as InputOf<typeof projectChain>['id'];
  const chain = useRoute(projectChain, { id });
  return <Shown query={chain}>{(data) => <Stations chain={data} />}</Shown>;
}

function Stations({ chain }: { readonly chain: Chain }) {
  const [, go] = useLocation();
  const search = new URLSearchParams({
    ...{ kind: 'problem', projectId: chain.projectId },
    projectName: `${chain.number} ${chain.name}`,
  });
  return (
    <Page
      title={`${texts.chain}：${chain.name}`}
      note={[chain.number, chain.districts.join('、'), chain.stage, texts.asOf(chain.today)].join(' · ')}
      acts={
        <>
          <Button onClick={() => go(`/projects/${chain.projectId}`)}>{texts.toProject}</Button>
          <Button onClick={() => window.print()}>{texts.print}</Button>
          {chain.mayOpen ? (
            <Button type="primary" onClick={() => go(`/matters/new?${search}`)}>
              {texts.open}
            </Button>
          ) : null}
        </>
      }
    >
      {chain.withinScope ? null : (
        <Alert type="info" showIcon title={texts.outsideNote} style={{ marginBottom: 12 }} />
      )}
      <Panel>
        <ol className="chain">
          <StationOf chain={chain} station="light">
            {chain.light ? <LightStation light={chain.light} chain={chain} /> : null}
          </StationOf>
          <StationOf chain={chain} station="cause">
            <Causes chain={chain} />
          </StationOf>
          <StationOf chain={chain} station="matter">
            <Matters chain={chain} />
          </StationOf>
          <StationOf chain={chain} station="decision">
            <Decisions chain={chain} />
          </StationOf>
          <StationOf chain={chain} station="deadline">
            <Deadlines chain={chain} />
          </StationOf>
          <StationOf chain={chain} station="evidence">
            <Evidence chain={chain} />
          </StationOf>
        </ol>
      </Panel>
    </Page>
  );
}

type StationProps = { readonly chain: Chain; readonly station: Station; readonly children: ReactNode };

/** One station: what is known of it, or what is missing and who can add it. */
function StationOf({ chain, station, children }: StationProps) {
  const gap = chain.missing.find((one) => one.station === station);
  return (
    <li className={gap ? 'chain-open' : undefined}>
      <h2>{stationNames[station]}</h2>
      {gap ? (
        <p className="chain-missing">
          <strong>{gap.text}</strong>：{gap.who}
        </p>
      ) : (
        children
      )}
    </li>
  );
}
