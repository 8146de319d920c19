import { Page, Panel, Shown, useRoute } from '#ui';
import { viewSettings } from '../contract.ts';
import { texts } from '../texts.ts';
import { SettingsForm } from './settings-form.tsx';

/** How somebody wants to be told outside the office. */
export function Screen() {
  const settings = useRoute(viewSettings, {});
  return (
    <Page title={texts.settings} note={texts.settingsNote}>
      <Panel>
        <Shown query={settings}>{(shown) => <SettingsForm shown={shown} />}</Shown>
      </Panel>
    </Page>
  );
}
