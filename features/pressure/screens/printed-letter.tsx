import type { PrintedLetter as Printed } from '../contract.ts';

/** The letter as its pages will read, for the eye; its exact layout is that of the files. */
export function PrintedLetter({ printed }: { readonly printed: Printed }) {
  const { mark, number, title, to, body, signature, copies } = printed;
  return (
    <article className="letter-sheet" aria-label={title}>
      {mark ? <p className="letter-mark">{mark}</p> : null}
      <p className="letter-paper">函纸上已印有发文机关标志和红色双线，此处留空</p>
      <p className="letter-number">{number ?? ''}</p>
      <h2>{title}</h2>
      {to ? <p className="letter-flush">{to}：</p> : null}
      {body.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the body never changes its order while shown
        <p key={at}>{text}</p>
      ))}
      <p className="letter-signed" style={{ marginTop: '2em' }}>
        {signature.issuer}
      </p>
      <p className="letter-signed">{signature.date}</p>
      {copies ? <p className="letter-flush">抄送：{copies}。</p> : null}
    </article>
  );
}
