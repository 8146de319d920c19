import './styles.css';

export { type Column, DataTable, type Sort } from './data-table.tsx';
export { Dialog } from './dialog.tsx';
export { DayInput, Field, type FieldTies, fieldError, MonthInput } from './field.tsx';
export { Filters } from './filters.tsx';
export { Frame, type NavItem, SecrecyNotice } from './frame.tsx';
export { Instant } from './instant.tsx';
export { LightCounts, LightMark } from './light-mark.tsx';
export { Money, MoneyUnitProvider, MoneyUnitSwitch, Percent, useMoneyUnit } from './money.tsx';
export { useNarrow } from './narrow.ts';
export { type Fact, Facts, Page, Panel } from './page.tsx';
export { PagedTable } from './paged-table.tsx';
export { defineScreens, type ScreenDeclaration, type ScreenProps } from './screen.ts';
export { Empty, Loading, Refused, Shown } from './states.tsx';
export { type Tab, TabSet } from './tab-set.tsx';
export { colours, theme } from './theme.ts';
export { call, download, useAct, useRoute } from './use-route.ts';
export { type Upload, useUpload } from './use-upload.ts';
