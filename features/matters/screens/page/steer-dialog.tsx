import type { MatterPage } from '../../contract.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { LevelDialog } from './level-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { PauseDialog } from './pause-dialog.tsx';
import { ResumeDialog } from './resume-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import type { SteerProps } from './steer-props.ts';
import { SupportDialog } from './support-dialog.tsx';

export type SteerName =
  | 'pause'
  | 'resume'
  | 'handOver'
  | 'setSupport'
  | 'setLevel'
  | 'split'
  | 'merge'
  | 'link';

const dialogs = {
  pause: PauseDialog,
  resume: ResumeDialog,
  handOver: HandOverDialog,
  setSupport: SupportDialog,
  setLevel: LevelDialog,
  split: SplitDialog,
  merge: MergeDialog,
  link: LinkDialog,
} as const;

/** What this reader may do beside the kind's own actions. */
export function steersOf({ may, ladder }: MatterPage): SteerName[] {
  return [
    ...(may.pause ? (['pause'] as const) : []),
    ...(may.resume ? (['resume'] as const) : []),
    ...(may.steer ? (['handOver', 'setSupport'] as const) : []),
    ...(may.steer && ladder ? (['setLevel'] as const) : []),
    ...(may.steer ? (['split', 'merge'] as const) : []),
    ...(may.link ? (['link'] as const) : []),
  ];
}

export function SteerDialog({ name, ...props }: SteerProps & { readonly name: SteerName }) {
  const One = dialogs[name];
  return <One {...props} />;
}
