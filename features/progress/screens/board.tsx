import { Alert, Button } from 'antd';
import { Link, useLocation, useSearch } from 'wouter';
import { isPlainDate, type PlainDate } from '#kernel/plain-date';
import {
  DayInput,
  Empty,
  Field,
  MoneyUnitSwitch,
  Page,
  Panel,
  Refused,
  Shown,
  useAct,
  useMoneyUnit,
  useRoute,
} from '#ui';
import { evaluateLights, lightsBoard } from '../contract.ts';
import { texts } from '../texts.ts';
import { Behind } from './board-behind.tsx';
import { BoardGroups } from './board-groups.tsx';
import { Apart, Mismatches, MissingPanel } from './board-lists.tsx';
import { BoardSummary } from './board-summary.tsx';
import type { Board } from './list-link.ts';
import { useMay } from './may.ts';

/** How the city stands on a day; the day is in the address, so that it can be sent on. */
export function Screen() {
  const [path, go] = useLocation();
  const day = new URLSearchParams(useSearch()).get('asOf');
  const asOf = isPlainDate(day) ? day : undefined;
  const board = useRoute(lightsBoard, { asOf });
  const evaluate = useAct(evaluateLights);
  const may = useMay();
  const choose = (next: PlainDate | undefined) => go(next ? `${path}?asOf=${next}` : path, { replace: true });
  return (
    <Page
      title={texts.board}
      note={board.data ? <Note board={board.data} /> : null}
      acts={
        <>
          <Field label={texts.asOf}>
            {(ties) => (
              <DayInput {...ties} value={asOf ?? board.data?.asOf} max={board.data?.today} change={choose} />
            )}
          </Field>
          <MoneyUnitSwitch />
          {may('lights.evaluate') ? (
            <Button loading={evaluate.isPending} onClick={() => evaluate.mutate({ asOf })}>
              {texts.evaluate}
            </Button>
          ) : null}
        </>
      }
    >
      {evaluate.error ? <Refused error={evaluate.error} /> : null}
      {evaluate.data ? (
        <Alert
          type="success"
          showIcon
          role="status"
          style={{ marginBottom: 12 }}
          title={texts.evaluated(evaluate.data.month, evaluate.data.lit, evaluate.data.changed)}
        />
      ) : null}
      <Shown query={board}>{(data) => <Content board={data} />}</Shown>
    </Page>
  );
}

function Note({ board }: { readonly board: Board }) {
  const { asOf, month, evaluationDay, rules } = board;
  return (
    <>
      {texts.boardNote(asOf, month, evaluationDay)}
      {texts.ruleNote(rules.name, rules.number, rules.basis)} <Link href="/light-rules">{texts.rules}</Link>
    </>
  );
}

function Content({ board }: { readonly board: Board }) {
  const { unit } = useMoneyUnit();
  return (
    <>
      {board.month ? (
        <>
          <BoardSummary board={board} unit={unit} />
          <BoardGroups board={board} unit={unit} />
          <Behind board={board} unit={unit} />
        </>
      ) : (
        <Panel>
          <Empty why={texts.noLights} remedy={texts.noLightsRemedy} />
        </Panel>
      )}
      <div className="columns">
        <MissingPanel
          title={texts.reporting(board.reporting.month)}
          note={texts.reportingNote(board.reporting.dueOn, board.reporting.owed, board.reporting.reported)}
          missing={board.reporting.missing}
          month={board.reporting.month}
        />
        {board.month && board.month !== board.reporting.month ? (
          <MissingPanel
            title={texts.notReported(board.month)}
            missing={board.notReported}
            month={board.month}
          />
        ) : null}
      </div>
      <Mismatches board={board} unit={unit} />
      <Apart board={board} />
    </>
  );
}
