import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { exportTable } from '#features/exports';
import { download, MoneyUnitProvider, TableExportProvider } from '#ui';
import { ErrorBoundary } from './error-boundary.tsx';
import { Look } from './look.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { makeQueryClient } from './query-client.ts';
import { SessionGate } from './session-gate.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <Look>
      <ErrorBoundary>
        <QueryClientProvider client={makeQueryClient()}>
          <MoneyUnitProvider>
            <TableExportProvider save={(table) => download(exportTable, table)}>
              <OfflineNotice />
              <SessionGate />
            </TableExportProvider>
          </MoneyUnitProvider>
        </QueryClientProvider>
      </ErrorBoundary>
    </Look>
  </StrictMode>,
);
