import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { PublicKind } from '../../contract.ts';
import type { Place } from './place.ts';

export type Received = {
  readonly number: string;
  readonly code: string;
  readonly files: readonly { readonly name: string; readonly ok: boolean }[];
};

type ReceiptProps = { readonly place: Place; readonly received: Received; readonly kind: PublicKind };

/** Number and code, the one time they stand together. */
export function Receipt({ place, received, kind }: ReceiptProps) {
  const { words, addressOf } = place;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <section className="panel plain-receipt" aria-live="polite">
      <h2 ref={head} tabIndex={-1}>
        {words.received}：{words.kinds[kind]}
      </h2>
      <dl>
        <dt>{words.number}</dt>
        <dd>{received.number}</dd>
        <dt>{words.code}</dt>
        <dd>{received.code}</dd>
      </dl>
      <p>
        <strong>{words.codeOnce}</strong>
      </p>
      {received.files.length > 0 ? (
        <ul>
          {received.files.map(({ name, ok }) => (
            <li key={name}>
              {name}：{ok ? words.fileSent : words.fileFailed}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="plain-acts">
        <button className="plain-act" type="button" onClick={() => window.print()}>
          {words.print}
        </button>
        <Link href={addressOf('/public/follow')}>{words.toFollow}</Link>
      </div>
    </section>
  );
}
