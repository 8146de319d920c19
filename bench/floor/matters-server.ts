// The floor of matters: the same rows read and written, the same JSON, without rights, rules, folds and derivations.
// `node bench/floor/matters-server.ts HOME CITY PORT FILE`, FILE holding the program's own answers.
import type { FastifyRequest } from 'fastify';
import { newId } from '#kernel/id';
import { actOnMatter, matterBoard, openMatter } from '../../features/matters/contract.ts';
import { benchDay } from '../cities.ts';
import { openFloor, statement, withSchema } from './open-floor.ts';

const { cityId, server, answers, handler, listen } = await openFloor();
const board = statement('matter-board');
const open = statement('matter-open');
const act = statement('matter-act');

const key = (request: FastifyRequest) => String(request.headers['idempotency-key']);
const dayEnd = (days: number) => new Date(Date.parse(`${benchDay}T16:00:00Z`) + days * 86_400_000 - 1);

server.get(
  '/api/matters/board',
  withSchema(matterBoard.output),
  handler('board', async (request, ask) => {
    const { lead } = request.query as { lead: string };
    const now = new Date(`${benchDay}T02:00:00Z`);
    await ask(board, [cityId, lead, now, dayEnd(0), dayEnd(3), dayEnd(7)]);
  }),
);

type Body = { title: string; lead?: string; action: string; given: unknown };

server.post(
  '/api/matters',
  withSchema(openMatter.output),
  handler('open', async (request, ask, who) => {
    const { title, lead, given } = request.body as Body;
    const fact = JSON.stringify({ type: 'opened', title, given, support: [], lead, starts: {} });
    await ask(open, [
      ...[cityId, newId(), title, lead, who, JSON.stringify(given), fact, dayEnd(20), benchDay, key(request)],
      ...[JSON.stringify(answers['open']), newId()],
    ]);
  }),
);
server.post(
  '/api/matters/:id/acts',
  withSchema(actOnMatter.output),
  handler('act', async (request, ask, who) => {
    const { id } = request.params as { id: string };
    const { lead = null, action, given } = request.body as Body;
    const state = action === 'cancel' ? 'cancelled' : 'assigned';
    const fact = JSON.stringify({
      type: 'acted',
      action,
      from: 'assigned',
      to: state,
      given,
      lead,
      starts: {},
    });
    await ask(act, [
      ...[
        cityId,
        id,
        lead,
        state,
        who,
        fact,
        benchDay,
        key(request),
        JSON.stringify(answers['act']),
        newId(),
      ],
    ]);
  }),
);

await listen();
