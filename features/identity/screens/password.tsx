import { Alert } from 'antd';
import { useState } from 'react';
import { Page, Panel } from '#ui';
import { texts } from '../texts.ts';
import { PasswordForm } from './password-form.tsx';

export function Screen() {
  const [changed, setChanged] = useState(false);
  return (
    <Page title={texts.changePassword}>
      <Panel>
        {changed ? (
          <Alert type="success" showIcon role="status" title={texts.changed} style={{ marginBottom: 12 }} />
        ) : null}
        <PasswordForm changed={() => setChanged(true)} />
      </Panel>
    </Page>
  );
}
