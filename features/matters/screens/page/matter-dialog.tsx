import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
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
  /** The kind's action it takes; one that is no longer open cannot be gone on with. */
  readonly action?: string;
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
export function MatterDialog({ page, action, sending, onAct, children, ...dialog }: MatterDialogProps) {
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
          action={action}
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
  readonly action: string | undefined;
  readonly seen: Seen;
  readonly goOn: (seen: Seen) => void;
};

function Meanwhile({ page, action, seen, goOn }: MeanwhileProps) {
  const queries = useQueryClient();
  const fresh = useRoute(matterPage, { id: page.matter.matterId });
  useEffect(() => void fresh.refetch(), []);
  const now = fresh.data && fresh.data.matter.version > seen.version ? fresh.data : undefined;
  const events = now ? happenedSince(now.timeline, seen.number) : [];
  const isGone = now && action !== undefined && !now.actions.some(({ id }) => id === action);
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
            {isGone ? (
              <p>{pageTexts.staleGone(now.matter.state.name)}</p>
            ) : (
              <Button
                onClick={() => {
                  goOn({ version: now.matter.version, number: lastNumber(now.timeline) });
                  void queries.invalidateQueries();
                }}
              >
                {pageTexts.staleOn}
              </Button>
            )}
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
