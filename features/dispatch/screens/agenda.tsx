import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { Dialog, Empty, LightMark, Panel, Refused, useAct } from '#ui';
import {
  addItem,
  type ItemView,
  type MeetingView,
  orderItems,
  proposeItems,
  removeItem,
} from '../contract.ts';
import { sourceNames } from '../texts.ts';
import { TextField } from './text-field.tsx';

type Props = { readonly meeting: MeetingView };

/** The agenda in its order; the offices order, add and take off. */
export function Agenda({ meeting }: Props) {
  const [adding, add] = useState(false);
  const [removing, remove] = useState<ItemView>();
  const propose = useAct(proposeItems);
  const order = useAct(orderItems);
  const { meetingId: id, version, items, may, state, agendaAsOf, agendaLeft } = meeting;
  const left = Object.entries(agendaLeft).map(
    ([source, count]) => `${sourceNames[source as ItemView['source']]} ${count} 项`,
  );
  const standing = items.filter(({ removed }) => removed === null);
  const gone = items.filter(({ removed }) => removed !== null);
  const mayEdit = may.prepare && state === 'preparing';
  const move = (at: number, by: -1 | 1) => {
    const itemIds = standing.map(({ itemId }) => itemId);
    const [one] = itemIds.splice(at, 1);
    if (one) itemIds.splice(at + by, 0, one);
    order.mutate({ id, version, itemIds });
  };
  const busy = order.isPending;
  return (
    <Panel
      title={`议题（${standing.length}项${agendaAsOf ? `，数据截至 ${agendaAsOf}` : ''}）`}
      extra={
        mayEdit ? (
          <>
            <Button loading={propose.isPending} onClick={() => propose.mutate({ id, version })}>
              按今天的数据重新提出
            </Button>
            <Button onClick={() => add(true)}>增加议题</Button>
          </>
        ) : null
      }
    >
      {(propose.error ?? order.error) ? <Refused error={propose.error ?? order.error} /> : null}
      {standing.length === 0 ? <Empty why="还没有议题。" remedy="可以按数据提出，或者人工增加。" /> : null}
      <ol className="agenda">
        {standing.map((item, at) => (
          <li key={item.itemId}>
            <span className="agenda-number">{at + 1}</span>
            <ItemLine id={id} item={item} />
            {mayEdit ? (
              <span className="agenda-acts">
                <Button
                  aria-label={`第${at + 1}项上移`}
                  disabled={at === 0 || busy}
                  onClick={() => move(at, -1)}
                >
                  上移
                </Button>
                <Button
                  aria-label={`第${at + 1}项下移`}
                  disabled={at === standing.length - 1 || busy}
                  onClick={() => move(at, 1)}
                >
                  下移
                </Button>
                <Button aria-label={`移出第${at + 1}项`} onClick={() => remove(item)}>
                  移出
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {left.length > 0 ? <p className="quiet">按数据另有{left.join('、')}，没有列入。</p> : null}
      {gone.length > 0 ? (
        <details>
          <summary>已移出 {gone.length} 项</summary>
          <ul>
            {gone.map(({ itemId, title, removed }) => (
              <li key={itemId}>
                {title}：{removed?.reason}（{removed?.by}）
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {adding ? <Add meeting={meeting} close={() => add(false)} /> : null}
      {removing ? <Remove meeting={meeting} item={removing} close={() => remove(undefined)} /> : null}
    </Panel>
  );
}

function ItemLine({ id, item }: { readonly id: string; readonly item: ItemView }) {
  const { sheet, source, title, lead, comments } = item;
  return (
    <div>
      <div className="agenda-head">
        <span className="agenda-source">{sourceNames[source]}</span>
        <Link href={`/dispatch/meetings/${id}/items/${item.itemId}`}>{title}</Link>
        {sheet?.light ? <LightMark light={sheet.light.overall} /> : null}
      </div>
      <p>{sheet ? sheet.reasons.join('；') : <span className="quiet">数据和原因不在您的范围</span>}</p>
      <p className="quiet">
        {[
          lead ? `责任单位 ${lead.name}` : '',
          sheet?.matters[0] ? `${sheet.matters[0].number} ${sheet.matters[0].left}` : '',
          comments.length > 0 ? `意见 ${comments.length} 条` : '',
        ]
          .filter(Boolean)
          .join('　')}
      </p>
    </div>
  );
}

function Add({ meeting, close }: Props & { readonly close: () => void }) {
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const act = useAct(addItem, close);
  const { meetingId: id, version } = meeting;
  return (
    <Dialog
      open
      title="增加议题"
      act="增加"
      ready={title.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ id, version, title: title.trim(), note })}
      onClose={close}
    >
      <TextField label="议题" required most={200} value={title} change={setTitle} />
      <TextField label="说明" most={1000} rows={3} value={note} change={setNote} />
    </Dialog>
  );
}

function Remove({ meeting, item, close }: Props & { readonly item: ItemView; readonly close: () => void }) {
  const [reason, setReason] = useState('');
  const act = useAct(removeItem, close);
  const { meetingId: id, version } = meeting;
  return (
    <Dialog
      open
      title={`移出“${item.title}”`}
      act="移出"
      destructive
      ready={reason.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ id, version, itemId: item.itemId, reason: reason.trim() })}
      onClose={close}
    >
      <TextField
        label="移出原因"
        required
        hint="移出的议题不会再被自动提出，原因留存"
        most={500}
        rows={3}
        value={reason}
        change={setReason}
      />
    </Dialog>
  );
}
