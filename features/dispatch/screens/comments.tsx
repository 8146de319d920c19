import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { CallRefused, type OutputOf } from '#http/client';
import { Empty, Field, Page, Panel, Refused, Shown, useAct, useRoute } from '#ui';
import { commentsToGive, saveComment } from '../contract.ts';
import { screenNames, sourceNames } from '../texts.ts';
import './dispatch.css';

type Meeting = OutputOf<typeof commentsToGive>['meetings'][number];
type Item = Meeting['items'][number];

/** The items on which the reader's unit is asked, those that concern it first. */
export function Screen() {
  const query = useRoute(commentsToGive, {});
  return (
    <Page title={screenNames.comments} note="对议题的书面意见，会前由会议筹备单位汇总；截止以前可以修改。">
      <Shown query={query}>
        {({ meetings }) =>
          meetings.length === 0 ? (
            <Empty
              why="现在没有向本单位征求意见的会议。"
              remedy="收到会议通知以后，在截止日以前到这里填写。"
            />
          ) : (
            meetings.map((meeting) => <OfMeeting key={meeting.meetingId} meeting={meeting} />)
          )
        }
      </Shown>
    </Page>
  );
}

function OfMeeting({ meeting }: { readonly meeting: Meeting }) {
  const { meetingId, title, heldOn, commentsFrom, commentsTo, open, units, items } = meeting;
  const [unitId, setUnit] = useState(units[0]?.id);
  const when = open ? `${commentsTo} 截止` : `${commentsFrom} 至 ${commentsTo}，现在不能提交`;
  return (
    <Panel title={`${title}（${heldOn}）`} extra={<Link href={`/dispatch/meetings/${meetingId}`}>会议</Link>}>
      <p className="quiet">{when}</p>
      {units.length > 1 ? (
        <Field label="以哪个单位的名义">
          {(ties) => (
            <Select
              {...ties}
              value={unitId ?? null}
              style={{ width: 240 }}
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => setUnit(id ?? undefined)}
            />
          )}
        </Field>
      ) : null}
      <Boxes meeting={meeting} items={items.filter(isOurs)} unitId={unitId} />
      {items.every(isOurs) ? null : (
        <details>
          <summary>其他议题 {items.filter((item) => !isOurs(item)).length} 项</summary>
          <Boxes meeting={meeting} items={items.filter((item) => !isOurs(item))} unitId={unitId} />
        </details>
      )}
    </Panel>
  );
}

/** It concerns the unit, or the unit spoke of it. */
function isOurs({ concerns, comment }: Item): boolean {
  return concerns || comment !== null;
}

type BoxesProps = {
  readonly meeting: Meeting;
  readonly items: readonly Item[];
  readonly unitId: Meeting['units'][number]['id'] | undefined;
};

function Boxes({ meeting, items, unitId }: BoxesProps) {
  return (
    <ol className="agenda">
      {items.map((item, at) => (
        <li key={item.itemId}>
          <span className="agenda-number">{at + 1}</span>
          <Box key={item.comment?.version ?? 0} meeting={meeting} item={item} unitId={unitId} />
        </li>
      ))}
    </ol>
  );
}

function Box({
  meeting: { meetingId: id, open },
  item,
  unitId,
}: {
  readonly meeting: Meeting;
  readonly item: Item;
  readonly unitId: Meeting['units'][number]['id'] | undefined;
}) {
  const { itemId, title, source, concerns, reasons, comment } = item;
  const [text, setText] = useState(comment?.text ?? '');
  const act = useAct(saveComment);
  const stale = act.error instanceof CallRefused ? act.error.details['current'] : undefined;
  const save = () => {
    if (!unitId) return;
    act.mutate({ id, itemId, unitId, text: text.trim(), expectedVersion: comment?.version ?? 0 });
  };
  return (
    <div>
      <div className="agenda-head">
        <span className="agenda-source">{sourceNames[source]}</span>
        <Link href={`/dispatch/meetings/${id}/items/${itemId}`}>{title}</Link>
        {concerns ? <span className="agenda-source">涉及本单位</span> : null}
      </div>
      <p>{reasons.join('；')}</p>
      {act.error ? <Refused error={act.error} /> : null}
      {typeof stale === 'string' ? <p className="quiet">现在保存的是：{stale}</p> : null}
      <Field label={`对“${title}”的意见`}>
        {(ties) => (
          <Input.TextArea
            {...ties}
            rows={2}
            maxLength={2000}
            disabled={!open}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button
        disabled={!open || text.trim() === '' || text.trim() === comment?.text}
        loading={act.isPending}
        onClick={save}
      >
        {comment ? '修改意见' : '提交意见'}
      </Button>{' '}
      {comment ? (
        <span className="quiet" role="status">
          第{comment.version}稿，{comment.by}
        </span>
      ) : null}
    </div>
  );
}
