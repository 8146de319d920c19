import { Link } from 'wouter';
import { Refused, useRoute } from '#ui';
import { earlierCalls } from '../contract.ts';
import { texts } from './texts.ts';

/** Who calls again is known by the number: what was open before stands first. */
export function EarlierCalls({ phone }: { readonly phone: string }) {
  const asked = phone.trim();
  const long = asked.replace(/\D/g, '').length >= 7;
  const found = useRoute(earlierCalls, { phone: asked }, { enabled: long });
  if (found.error) return <Refused error={found.error} />;
  const calls = long ? (found.data?.calls ?? []) : [];
  if (calls.length === 0) return <p className="quiet">{texts.noEarlier}</p>;
  return (
    <ul className="steps">
      {calls.map(({ matterId, number, kind, title, state, takenOn, enterprise }) => (
        <li key={matterId}>
          <Link href={`/petitions/${matterId}`}>{number}</Link> {kind} · {state}
          <div>{title}</div>
          <div className="quiet">{[takenOn, enterprise].filter(Boolean).join(' · ')}</div>
        </li>
      ))}
    </ul>
  );
}
