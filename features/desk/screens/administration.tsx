import { Link } from 'wouter';
import { Facts, Instant, Panel } from '#ui';
import type { DeskView } from '../contract.ts';
import { texts } from '../texts.ts';

export function AccountsPanel({ accounts }: { readonly accounts: NonNullable<DeskView['accounts']> }) {
  const { locked, toSetUp, withoutRole, disabled, rolesEnding } = accounts;
  return (
    <Panel title={texts.accounts} extra={<Link href="/accounts">{texts.toAccounts}</Link>}>
      <dl className="counts">
        {(
          [
            [texts.locked, locked],
            [texts.toSetUp, toSetUp],
            [texts.withoutRole, withoutRole],
            [texts.rolesEnding, rolesEnding],
            [texts.disabled, disabled],
          ] as const
        ).map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

export function AuditPanel({ audit }: { readonly audit: NonNullable<DeskView['audit']> }) {
  const { verifiedAt, verifiedBy, ok, problems, unsealed, refusedSinceYesterday } = audit;
  const verdict =
    ok === null ? (
      texts.neverVerified
    ) : (
      <>
        {ok ? texts.verdictOk : <strong>{texts.verdictBad(problems)}</strong>}（{verifiedBy}{' '}
        <Instant at={verifiedAt} />）
      </>
    );
  return (
    <Panel title={texts.audit} extra={<Link href="/audit">{texts.toAudit}</Link>}>
      <Facts
        facts={[
          [texts.verdict, verdict],
          [texts.unsealed, `${unsealed} 条`],
          [texts.refused, `${refusedSinceYesterday} 条`],
        ]}
      />
    </Panel>
  );
}
