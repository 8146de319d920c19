import type { PrintedView } from '../contract.ts';

type Block = PrintedView['body'][number];

/** The document as its pages will read, for the eye; its exact layout is that of the files. */
export function Printed({ printed }: { readonly printed: PrintedView }) {
  const { mark, head, title, to, body, signature, note, copies } = printed;
  return (
    <article className="printed" aria-label={title}>
      {mark ? <p className="printed-mark">{mark}</p> : null}
      <p className="printed-red">{head.mark}</p>
      <p className="printed-centre">{head.issue}</p>
      {head.number ? <p className="printed-centre">{head.number}</p> : null}
      <p className="printed-ends">
        <span>{head.left}</span>
        <span>{head.right}</span>
      </p>
      <hr className="printed-rule" />
      <h2 className="printed-title">{title}</h2>
      {to ? <p className="printed-flush">{to}：</p> : null}
      {body.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the body never changes its order while shown
        <PrintedBlock key={at} block={block} />
      ))}
      <p className="printed-signature">{signature.issuer}</p>
      <p className="printed-signature">{signature.date}</p>
      <p>（{note}）</p>
      <hr />
      {copies ? <p className="printed-flush">抄送：{copies}。</p> : null}
      <p className="printed-ends printed-flush">
        <span>{printed.printed.office}</span>
        <span>{printed.printed.date}印发</span>
      </p>
    </article>
  );
}

function PrintedBlock({ block }: { readonly block: Block }) {
  if (block.kind === 'paragraph') return <p>{block.text}</p>;
  if (block.kind === 'heading') return block.level === 1 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>;
  return <PrintedTable block={block} />;
}

function PrintedTable({ block }: { readonly block: Block }) {
  const columns = block.columns ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className="scroll" aria-label={block.caption ?? '表'} tabIndex={0}>
      <table className="plain">
        {block.caption ? <caption>{block.caption}</caption> : null}
        <thead>
          <tr>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(block.rows ?? []).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a frozen table have no other name
            <tr key={at}>
              {row.map((cell, column) => (
                <td
                  key={columns[column]?.title ?? column}
                  className={columns[column]?.align === 'right' ? 'number' : undefined}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
