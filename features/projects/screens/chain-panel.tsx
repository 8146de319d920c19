import { Link } from 'wouter';
import { type Chain, projectChain } from '#features/chain';
import { Panel, Shown, useRoute } from '#ui';
import type { Project } from '../contract.ts';
import { chainTexts } from '../texts.ts';

/** What stands in the way and whose time runs; the whole chain is a page of its own. */
export function ChainPanel({ project }: { readonly project: Project }) {
  const chain = useRoute(projectChain, { id: project.projectId });
  return (
    <Panel
      title={chainTexts.title}
      extra={<Link href={`/projects/${project.projectId}/chain`}>{chainTexts.whole}</Link>}
    >
      <Shown query={chain} rows={3}>
        {(data) => <Short chain={data} />}
      </Shown>
    </Panel>
  );
}

function Short({ chain }: { readonly chain: Chain }) {
  const open = chain.matters.filter(({ closedOn }) => closedOn === null);
  if (open.length === 0 && chain.missing.length === 0)
    return <p className="quiet">{chain.withinScope ? chainTexts.none : chainTexts.outside}</p>;
  return (
    <>
      <ul className="why">
        {open.map(({ matterId, number, title, state, clock }) => (
          <li key={matterId}>
            <Link href={`/matters/${matterId}`}>
              {number} {title}
            </Link>
            <div className="quiet">{[state, ...(clock ? [clock.whose, clock.left] : [])].join(' · ')}</div>
          </li>
        ))}
      </ul>
      {chain.missing.length > 0 ? (
        <p className="quiet">{chain.missing.map(({ text }) => text).join('，')}</p>
      ) : null}
    </>
  );
}
