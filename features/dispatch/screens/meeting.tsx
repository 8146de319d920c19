import { Alert } from 'antd';
import type { Id } from '#kernel/id';
import { Facts, Page, Panel, type ScreenProps, Shown, useRoute } from '#ui';
import { type MeetingView, viewMeeting } from '../contract.ts';
import { stateNames } from '../texts.ts';
import { Agenda } from './agenda.tsx';
import { DecisionTable } from './decision-table.tsx';
import { Decisions } from './decisions.tsx';
import { MeetingActs } from './meeting-acts.tsx';
import './dispatch.css';

/** One meeting: what became of the last one's decisions, the agenda, the decisions, who takes part. */
export function Screen({ params }: ScreenProps) {
  const query = useRoute(viewMeeting, { id: (params['id'] ?? '') as Id<'meeting'> });
  return <Shown query={query}>{(meeting) => <Meeting meeting={meeting} />}</Shown>;
}

function Meeting({ meeting }: { readonly meeting: MeetingView }) {
  const { title, heldOn, heldAt, place, chair, state, stateReason, previous } = meeting;
  return (
    <Page
      title={title}
      note={[
        `${heldOn}${heldAt ? ` ${heldAt}` : ''}`,
        place,
        chair ? `${chair}主持` : '',
        stateNames[state],
        stateReason ?? '',
      ]
        .filter(Boolean)
        .join('　')}
      acts={<MeetingActs meeting={meeting} />}
    >
      <CommentNotice meeting={meeting} />
      {previous ? (
        <Panel title={`上次议定事项的落实（${previous.heldOn}）`}>
          <DecisionTable
            label="上次议定事项的落实"
            decisions={previous.decisions}
            empty="上次会议没有议定事项，或者没有邀请本单位。"
          />
        </Panel>
      ) : null}
      <Agenda meeting={meeting} />
      <Decisions meeting={meeting} />
      <Panel title="会议情况">
        <Facts
          facts={[
            ['调度', meeting.cadenceName],
            ['议事机构', meeting.group?.name],
            ['领域', meeting.field],
            ['参加单位', meeting.invited.map(({ name }) => name).join('、')],
            ['其他参加人员', meeting.others],
            ['会前意见', meeting.commentsTo ? `${meeting.commentsFrom} 至 ${meeting.commentsTo}` : '不征求'],
            ['数据截至', meeting.agendaAsOf],
            ...(state === 'closed'
              ? ([
                  ['出席', meeting.present],
                  ['请假', meeting.absent],
                  ['校验值（SM3）', meeting.digest],
                ] as const)
              : []),
          ]}
        />
      </Panel>
    </Page>
  );
}

function CommentNotice({ meeting: { may, commentsTo } }: { readonly meeting: MeetingView }) {
  if (may.commentFor.length === 0) return null;
  const units = may.commentFor.map(({ name }) => name).join('、');
  const text = `请以${units}的名义对议题提出书面意见，${commentsTo} 截止。在“会前意见”中填写。`;
  return <Alert type="info" showIcon title={text} style={{ marginBottom: 12 }} />;
}
