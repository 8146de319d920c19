import type { ThemeConfig } from 'antd';

/** Colours of the day theme; every text colour keeps at least 4.5:1 on its ground. */
export const colours = {
  canvas: '#f5f7fa',
  panel: '#ffffff',
  ink: '#1b2430',
  quiet: '#55606e',
  line: '#d8dee6',
  brand: '#0b4f9e',
  danger: '#b3261e',
} as const;

/** antd's default primary button fails contrast, so the brand is darker than its blue. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.brand,
    colorLink: colours.brand,
    colorError: colours.danger,
    colorWarning: '#8a5a00',
    colorSuccess: '#1b7a3d',
    colorSuccessBg: '#e7f5ec',
    colorSuccessBorder: '#a9d5b8',
    colorWarningBg: '#fff4db',
    colorWarningBorder: '#e6c581',
    colorErrorBg: '#fdeceb',
    colorErrorBorder: '#eab0ac',
    colorInfoBg: '#e6eef8',
    colorInfoBorder: '#a9c3e3',
    colorText: colours.ink,
    colorTextSecondary: colours.quiet,
    colorTextTertiary: colours.quiet,
    colorTextDescription: colours.quiet,
    colorTextPlaceholder: '#66717f',
    colorTextDisabled: '#66717f',
    colorBgLayout: colours.canvas,
    colorBorder: '#b9c2cd',
    colorBorderSecondary: colours.line,
    borderRadius: 4,
    fontSize: 14,
    controlHeight: 36,
    motion: false,
    // As in styles.css; Chinese faces first, so that figures look alike on every screen.
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif',
  },
  components: {
    Table: { cellPaddingBlock: 7, cellPaddingInline: 10, headerBg: '#eef2f6', headerColor: colours.ink },
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
    Menu: { itemHeight: 40 },
  },
};
