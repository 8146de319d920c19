import { Link } from 'wouter';
import { countMessages } from '#features/inbox';
import { useRoute } from '#ui';
import { texts } from './texts.ts';

/** How many messages are unread, on every screen. */
export function InboxMark() {
  const unread = useRoute(countMessages, {}, { everySeconds: 60 }).data?.unread ?? 0;
  const shown = unread > 99 ? '99+' : String(unread);
  return (
    <Link href="/inbox" className="inbox-mark" aria-label={unread > 0 ? texts.unread(shown) : texts.inbox}>
      {texts.inbox}
      {unread > 0 ? <span className="inbox-count">{shown}</span> : null}
    </Link>
  );
}
