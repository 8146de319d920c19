import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { CallRefused } from '#http/client';
import { Dialog, useRoute } from '#ui';
import { type MatterPage, matterPage } from '../../contract.ts';
import { pageTexts } from '../page-texts.ts';
import { happenedSince, lastNumber } from './happened-since.ts';
import { Timeline } from './timeline-panel.tsx';

type Seen = { readonly version: number; readonly number: number };

type MatterDialogProps = {
  readonly page: MatterPage;
  readonly title: string;
  readonly act: string;
  readonly ready: boolean;
  readonly destructive?: boolean;
  readonly sending: { readonly isPending: boolean; readonly error: unknown; readonly reset: () => void };
  /** The version the author of the act has seen. */
  readonly onAct: (version: number) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * A dialog that acts on a matter as its author saw it. Where somebody was quicker, what happened meanwhile is shown
 * above what was typed; whoever has read it goes on.
 */
export function MatterDialog({ page, sending, onAct, children, ...dialog }: MatterDialogProps) {
  const [seen, see] = useState<Seen>({ version: page.matter.version, number: lastNumber(page.timeline) });
  const isStale = sending.error instanceof CallRefused && sending.error.code === 'matter.stale';
  return (
    <Dialog
      open
      {...dialog}
      ready={dialog.ready && !isStale}
      busy={sending.isPending}
      error={isStale ? undefined : sending.error}
      onAct={() => onAct(seen.version)}
    >
      {isStale ? (
        <Meanwhile
          page={page}
          seen={seen}
          goOn={(now) => {
            see(now);
            sending.reset();
          }}
        />
      ) : null}
      {children}
    </Dialog>
  );
}

type MeanwhileProps = {
  readonly page: MatterPage;
  readonly seen: Seen;
  readonly goOn: (seen: Seen) => void;
};

function Meanwhile({ page, seen, goOn }: MeanwhileProps) {
  const queries = useQueryClient();
  // A key of its own: asked for now, whatever of the page is kept.
  const [asked] = useState(() => ({ id: page.matter.matterId }));
  const fresh = useRoute(matterPage, asked, { everySeconds: 30 });
  const now = fresh.data && fresh.data.matter.version > seen.version ? fresh.data : undefined;
  const events = now ? happenedSince(now.timeline, seen.number) : [];
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      style={{ marginBottom: 12 }}
      title={pageTexts.stale}
      description={
        now ? (
          <>
            <Timeline events={events} />
            <Button
              onClick={() => {
                goOn({ version: now.matter.version, number: lastNumber(now.timeline) });
                void queries.invalidateQueries();
              }}
            >
              {pageTexts.staleOn}
            </Button>
          </>
        ) : (
          <Button loading={fresh.isFetching} onClick={() => void fresh.refetch()}>
            {pageTexts.staleNothing}
          </Button>
        )
      }
    />
  );
}
