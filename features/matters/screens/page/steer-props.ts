import type { MatterPage } from '../../contract.ts';

export type SteerProps = { readonly page: MatterPage; readonly close: () => void };
