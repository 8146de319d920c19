import { Button, Dropdown, message } from 'antd';
import { useLocation } from 'wouter';
import { signOut, type whoAmI } from '#features/identity';
import type { OutputOf } from '#http/client';
import { call } from '#ui';
import { texts } from './texts.ts';

/** Who is signed in, and what he may do with his own account. */
export function PersonMenu({ me }: { readonly me: OutputOf<typeof whoAmI> }) {
  const [, go] = useLocation();
  const [notice, noticePlace] = message.useMessage();
  const roles = [...new Set(me.roles.map((role) => role.name))].join('、');

  /** A new page load forgets everything that was shown. */
  const leave = async () => {
    try {
      await call(signOut, {});
      window.location.assign('/');
    } catch {
      await notice.error(texts.signOutFailed);
    }
  };

  return (
    <>
      {noticePlace}
      {me.name.startsWith(roles) ? null : <span className="wide quiet">{roles}</span>}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'password', label: texts.changePassword, onClick: () => go('/me/password') },
            { key: 'sessions', label: texts.sessions, onClick: () => go('/me/sessions') },
            { type: 'divider' },
            { key: 'leave', label: texts.signOut, onClick: () => void leave() },
          ],
        }}
      >
        <Button type="text" aria-haspopup="menu" aria-label={`${texts.account} ${me.name}`}>
          <span className="person-name">{me.name}</span>
          <span aria-hidden="true">▾</span>
        </Button>
      </Dropdown>
    </>
  );
}
