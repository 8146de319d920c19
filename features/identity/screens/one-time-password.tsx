import { Alert, Typography } from 'antd';
import { texts } from '../texts.ts';

/** A password that is shown this once. */
export function OneTimePassword({ login, password }: { readonly login: string; readonly password: string }) {
  return (
    <>
      <Alert type="warning" showIcon title={texts.onceNote} style={{ marginBottom: 12 }} />
      <dl className="facts">
        <dt>{texts.login}</dt>
        <dd>{login}</dd>
        <dt>{texts.oncePassword}</dt>
        <dd>
          <Typography.Text code copyable={{ tooltips: [texts.copy, texts.copied] }}>
            {password}
          </Typography.Text>
        </dd>
      </dl>
    </>
  );
}
