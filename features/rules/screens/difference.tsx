import type { DifferenceLine } from '../contract.ts';

const signs = { same: '', added: '＋', removed: '－', gap: '' } as const;
const readAs = { same: '', added: '增加', removed: '删去', gap: '' } as const;

/** Old and new line by line; a sign and strike-through say what the ground colour says. */
export function Difference({
  lines,
  label,
}: {
  readonly lines: readonly DifferenceLine[];
  readonly label: string;
}) {
  return (
    <table className="difference" aria-label={label}>
      <tbody>
        {withPlaces(lines).map(({ place, ...line }) => (
          <tr key={place} className={line.kind}>
            <td>{line.after ?? line.before}</td>
            <td>
              {signs[line.kind] === '' ? null : (
                <span role="img" aria-label={readAs[line.kind]}>
                  {signs[line.kind]}
                </span>
              )}
            </td>
            <td>{line.kind === 'gap' ? '……' : line.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A line left out has no number: it is told by the line before it. */
function withPlaces(lines: readonly DifferenceLine[]) {
  return lines.map((line, at) => ({ ...line, place: at }));
}
