import { Link } from 'wouter';
import { Facts, Instant } from '#ui';
import type { LeaderRequestView } from '../../contract.ts';
import { requestTexts } from '../request-texts.ts';
import { texts } from '../texts.ts';

/** What is asked of whom and why, with the matter as it stands now. */
export function RequestCard({ request }: { readonly request: LeaderRequestView }) {
  const { matter, recipient, why, basis, draftedAt, note, decidedBy, answer, answeredBy } = request;
  return (
    <article>
      <h2>
        <Link href={`/matters/${matter.matterId}`}>{matter.title}</Link>
      </h2>
      <p className="matter-request-line">
        <b>{requestTexts.to(recipient)}</b>
        {matter.due.column === 'none' ? null : (
          <span className={`light light-${matter.due.light}`}>{matter.due.text}</span>
        )}
        <span className="quiet">
          {matter.kind.name} {matter.number} · {matter.state.name}
        </span>
      </p>
      <Facts
        facts={[
          [requestTexts.why, why],
          [texts.columns.project, matter.project?.name ?? matter.enterprise],
          [requestTexts.lead, matter.lead?.name ?? texts.noLead],
          ...(basis ? [[requestTexts.basis, basis] as const] : []),
          [requestTexts.draftedAt, <Instant key="drafted" at={draftedAt} />],
          ...(decidedBy
            ? [[requestTexts.decidedBy, [decidedBy, note].filter(Boolean).join('：')] as const]
            : []),
          ...(answer ? [[requestTexts.answer, `${answeredBy ?? recipient}：${answer}`] as const] : []),
        ]}
      />
    </article>
  );
}
