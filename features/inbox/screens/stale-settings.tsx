import { Alert, Button } from 'antd';
import type { OutputOf } from '#http/client';
import type { viewSettings } from '../contract.ts';
import { hourText, texts } from '../texts.ts';

type Shown = OutputOf<typeof viewSettings>;
type Settings = Shown['settings'];

type StaleSettingsProps = {
  readonly shown: Shown;
  readonly mine: Settings;
  readonly theirs: Settings;
  readonly choose: (settings: Settings) => void;
};

/** Both versions side by side; the one chosen goes on. */
export function StaleSettings({ shown, mine, theirs, choose }: StaleSettingsProps) {
  const rows = linesOf(shown, theirs).map(([name, there], at) => [
    name,
    there,
    linesOf(shown, mine)[at]?.[1],
  ]);
  return (
    <>
      <Alert type="warning" showIcon title={texts.stale} style={{ marginBottom: 12 }} />
      <section className="scroll" aria-label={texts.stale}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{texts.item}</th>
              <th scope="col">{texts.theirs}</th>
              <th scope="col">{texts.mine}</th>
            </tr>
          </thead>
          <tbody>
            {rows
              .filter(([, there, here]) => there !== here)
              .map(([name, there, here]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{there}</td>
                  <td>{here}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
      <div className="acts" style={{ marginBottom: 12 }}>
        <Button onClick={() => choose(theirs)}>{texts.takeTheirs}</Button>
        <Button onClick={() => choose({ ...mine, version: theirs.version })}>{texts.keepMine}</Button>
      </div>
    </>
  );
}

function linesOf({ channels, kinds }: Shown, settings: Settings): readonly (readonly [string, string])[] {
  const named = (ids: readonly string[], names: ReadonlyMap<string, string>) =>
    ids.map((id) => names.get(id) ?? id).join('、') || texts.empty;
  const channelNames = new Map<string, string>(channels.map(({ channelId, name }) => [channelId, name]));
  const kindNames = new Map(kinds.map(({ kind, name }) => [kind, name]));
  return [
    [texts.byEmail, named(settings.channels, channelNames)],
    [texts.email, settings.email ?? texts.empty],
    [texts.muted, named(settings.muted, kindNames)],
    [texts.quietFrom, hourText(settings.quietFrom)],
    [texts.quietTo, hourText(settings.quietTo)],
    [texts.digest, settings.digest ? texts.on : texts.off],
    [texts.digestHour, hourText(settings.digestHour)],
  ];
}
