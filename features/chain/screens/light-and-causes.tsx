import { LightMark } from '#ui';
import type { Chain } from '../contract.ts';
import { texts } from '../texts.ts';

type LightProps = { readonly light: NonNullable<Chain['light']>; readonly chain: Chain };

export function LightStation({ light, chain }: LightProps) {
  const { overall, since, months, dimensions, why } = light;
  return (
    <>
      <p className="chain-line">
        <LightMark light={overall} /> {texts.since(since, months)}
        {dimensions.map(({ name, light: shown }) => (
          <span key={name}>
            {' '}
            · {name} <LightMark light={shown} />
          </span>
        ))}
      </p>
      {why.length > 0 ? (
        <ul aria-label={texts.why}>
          {why.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : chain.withinScope ? null : (
        <p className="quiet">
          {texts.why}：{texts.outside}
        </p>
      )}
    </>
  );
}

/** Words of the reports; where they say nothing, what the problems are sorted by. */
export function Causes({ chain }: { readonly chain: Chain }) {
  const { causes, matters, withinScope } = chain;
  if (!withinScope && causes.length === 0) return <p className="quiet">{texts.outside}</p>;
  const sorted = [...new Set(matters.flatMap(({ cause, closedOn }) => (cause && !closedOn ? [cause] : [])))];
  if (causes.length === 0)
    return <p className="chain-line">{sorted.length > 0 ? sorted.join('、') : texts.nothing}</p>;
  return causes.map(({ month, text, by, category }) => (
    <p key={`${month} ${text}`} className="chain-line">
      {text}{' '}
      <span className="quiet">
        {month} {by} · {category ? texts.category(category) : texts.notSorted}
      </span>
    </p>
  ));
}
