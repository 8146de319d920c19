import { aid } from './aid.ts';
import { appeal } from './appeal.ts';
import { assignment } from './assignment.ts';
import { commitment } from './commitment.ts';
import { foreignComplaint } from './foreign-complaint.ts';
import { hotline } from './hotline.ts';
import { instruction } from './instruction.ts';
import { interview } from './interview.ts';
import { measure } from './measure.ts';
import { oralOrder } from './oral-order.ts';
import { problem } from './problem.ts';
import { rectification } from './rectification.ts';
import { reminderLetter } from './reminder-letter.ts';
import { supervision } from './supervision.ts';
import { task } from './task.ts';

/** Every kind of matter of the program; importing them declares them. */
export const allKinds = [
  problem,
  instruction,
  oralOrder,
  aid,
  hotline,
  appeal,
  foreignComplaint,
  commitment,
  task,
  rectification,
  assignment,
  supervision,
  reminderLetter,
  interview,
  measure,
] as const;
