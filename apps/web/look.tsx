import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { theme, useNarrow } from '#ui';

const onPhone = { ...theme, token: { ...theme.token, fontSize: 16, controlHeight: 44 } };

/** Language and measures of every control: larger letters and targets on a phone. */
export function Look({ children }: { readonly children: ReactNode }) {
  const narrow = useNarrow();
  return (
    <ConfigProvider locale={zhCN} theme={narrow ? onPhone : theme} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
}
