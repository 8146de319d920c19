import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { MoneyUnitProvider, theme } from '#ui';
import { ErrorBoundary } from './error-boundary.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { makeQueryClient } from './query-client.ts';
import { SessionGate } from './session-gate.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <ErrorBoundary>
        <QueryClientProvider client={makeQueryClient()}>
          <MoneyUnitProvider>
            <OfflineNotice />
            <SessionGate />
          </MoneyUnitProvider>
        </QueryClientProvider>
      </ErrorBoundary>
    </ConfigProvider>
  </StrictMode>,
);
