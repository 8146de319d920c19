import { Link } from 'wouter';
import { type Light, lightNames } from '#kernel/light';
import type { Lights } from '../contract.ts';
import { signed } from './figures.ts';

const order: readonly Light[] = ['red', 'yellow', 'green', 'grey'];

type TallyProps = {
  readonly name: string;
  readonly lights: Lights;
  readonly before: Lights | null;
  readonly link: (light: Light) => string;
};

/** Counts by light, each leading to its rows, with what changed since the month before. */
export function Tally({ name, lights, before, link }: TallyProps) {
  return (
    <ul className="tally">
      {order.map((light) => {
        const change = before ? lights[light] - before[light] : 0;
        return (
          <li key={light}>
            <Link href={link(light)} className={`light light-${light}`}>
              <span className="unseen">{name}</span>
              {lightNames[light]} <b>{lights[light]}</b>
              {change === 0 ? null : <small>{signed(change)}</small>}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
