import './matters.css';
import { Page, Shown, TabSet, useRoute } from '#ui';
import { listLeaderRequests } from '../contract.ts';
import { requestTexts } from './request-texts.ts';
import { RequestList } from './requests/request-list.tsx';
import { texts } from './texts.ts';

const states = ['drafted', 'forwarded', 'answered', 'dropped'] as const;

/** Requests the ladders drafted: the government office forwards or drops them; nobody else presses a leader. */
export function Screen() {
  const counted = useRoute(listLeaderRequests, { state: 'drafted' });
  const counts = { drafted: counted.data?.drafted, forwarded: counted.data?.waiting };
  return (
    <Page title={texts.requests} note={requestTexts.note}>
      <TabSet
        label={texts.requests}
        tabs={states.map((state) => ({
          key: state,
          name: requestTexts.tab(
            requestTexts.states[state],
            state === 'drafted' || state === 'forwarded' ? counts[state] : undefined,
          ),
          content: <OfState state={state} />,
        }))}
      />
    </Page>
  );
}

function OfState({ state }: { readonly state: (typeof states)[number] }) {
  const listed = useRoute(listLeaderRequests, { state });
  return (
    <Shown query={listed}>
      {({ requests, may }) => (
        <RequestList
          requests={requests}
          may={may}
          empty={{ why: requestTexts.empty[state], remedy: requestTexts.emptyRemedy }}
        />
      )}
    </Shown>
  );
}
