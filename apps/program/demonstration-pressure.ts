import { actorOf, type City, ensureNotSecret, findAccountByLogin, systemActor } from '#access';
import { facesHere } from '#documents';
import { actOnMatter, keepFiles, type MatterId, seatsHeld } from '#engines/matters';
import { putFile } from '#files';
import { addToMonth, yearOfMonth } from '#kernel/month';
import { addDays, monthOf, type PlainDate } from '#kernel/plain-date';
import type { DemonstrationYear } from '#pack';
import { decideProposal } from '../../features/pressure/acts/decide-proposal.ts';
import {
  checkLetter,
  issueLetter,
  numberLetter,
  sealLetter,
} from '../../features/pressure/acts/issue-letter.ts';
import { makeProposals } from '../../features/pressure/acts/make-proposals.ts';
import { openLetter } from '../../features/pressure/acts/open-letter.ts';
import { inputsOf } from '../../features/pressure/acts/proposal-inputs.ts';
import { takeStep } from '../../features/pressure/acts/take-step.ts';
import type { LetterId } from '../../features/pressure/store/letter.ts';
import { type ProposalRow, readProposals } from '../../features/pressure/store/proposal.ts';

/** The seal of the demonstration: one white dot, so that nothing looks like a stamp. */
const scan = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * Of the month before two letters, one answered and one nobody signed for; of the last month the proposals, one of them
 * decided against. Letters are printed when they are issued: without a Chinese font there are proposals only.
 */
export async function fillPressure(city: City, { asOf }: DemonstrationYear): Promise<void> {
  const last = addToMonth(monthOf(asOf), -1);
  const before = addToMonth(last, -1);
  const drafted = addDays(asOf, -27);
  if (facesHere()) {
    await makeProposals(onDay(city, drafted), before);
    const [answered, silent] = (await readProposals(city.tx, before)).filter(isWarning);
    const number = (n: number) => `演示函〔${yearOfMonth(last)}〕${n}号`;
    if (answered) await answer(city, await issued(city, answered, drafted, number(1)), drafted);
    if (silent) await issued(city, silent, drafted, number(2));
  }
  await makeProposals(onDay(city, asOf), last);
  const [dropped] = (await readProposals(city.tx, last)).filter(isWarning);
  if (dropped)
    await decideProposal(await as(city, 'keyuan', asOf), {
      ...{ id: dropped.proposalId, decision: 'none', reason: '汛期停工，项目单位已书面说明，下月再看' },
    });
}

function isWarning(row: ProposalRow): boolean {
  return row.document === 'warning' && inputsOf(row).subject.kind === 'project';
}

function onDay(city: City, day: PlainDate, time = '09:00'): City {
  return { ...city, actor: systemActor, today: day, now: new Date(`${day}T${time}:00+08:00`) };
}

/** Accounts of the demonstration hold their roles from the day it is filled. */
async function as(city: City, login: string, day: PlainDate): Promise<City> {
  const account = await findAccountByLogin(city.tx, login);
  if (!account) throw new Error(`the demonstration has no ${login}`);
  return { ...onDay(city, day), actor: await actorOf(city.tx, account.accountId, city.today) };
}

/** From the decision to the issue, each step by the office whose it is. */
async function issued(
  city: City,
  { proposalId: id }: ProposalRow,
  day: PlainDate,
  documentNumber: string,
): Promise<LetterId> {
  const clerk = await as(city, 'keyuan', day);
  const { letterId } = await decideProposal(clerk, { id, decision: 'issue' });
  if (!letterId) throw new Error('a letter was to be drafted');
  const turn = async () => ({ id: letterId, version: (await openLetter(clerk, letterId)).edition });
  await takeStep(clerk, 'submit', await turn());
  await checkLetter(await as(city, 'chuzhang', day), { ...(await turn()), offices: [] });
  await takeStep(await as(city, 'zhuren', day), 'sign', await turn());
  await numberLetter(clerk, { ...(await turn()), documentNumber });
  await sealLetter(clerk, await turn(), { name: '盖章件（演示）.png', bytes: scan });
  await issueLetter(clerk, { ...(await turn()), issuedOn: day });
  return letterId;
}

/** Signed for the next day, answered within the week and read. */
async function answer(city: City, letterId: LetterId, day: PlainDate): Promise<void> {
  const { steps } = await openLetter(onDay(city, day), letterId);
  const matterId = steps.find(({ act }) => act === 'issue')?.details.matterId as MatterId;
  const act = (at: City, action: string, given: Record<string, unknown>, asLead: boolean) =>
    actOnMatter(at, {
      ...{ matterId, version: undefined, action, given },
      seats: ({ row }) => (asLead ? ['lead'] : seatsHeld(at.actor, row)),
    });
  await act(onDay(city, addDays(day, 1)), 'receive', { receiver: '值班员（演示）' }, true);
  const answering = onDay(city, addDays(day, 6));
  const kept = await putFile(answering, { name: '书面回复（演示）.png', content: scan, ensureNotSecret });
  const given = {
    ...{ cause: '征收尚余两户，作业面不足', measures: '调整施工顺序，增加夜间作业面' },
    answer: [kept.fileId],
  };
  await act(answering, 'answer', given, true);
  await keepFiles(answering, matterId, [{ ...kept, field: 'answer', inner: false }]);
  await act(await as(city, 'chuzhang', addDays(day, 8)), 'close', { opinion: '措施可行，下月看进度' }, false);
}
