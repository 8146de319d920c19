import { Modal } from 'antd';
import { Facts, Shown, useRoute } from '#ui';
import { type Proposal, replayProposal } from '../contract.ts';
import { CountedMonths } from './counted-months.tsx';

const todayWords = {
  same: '用今天的锁定数据和规则重算，结果相同。',
  other: '用今天的规则重算，结果不同：规则或单位在提出之后有变化。',
  none: '用今天的规则重算，不再提出。',
} as const;

/** The rule, what it counted, and the same made again. */
export function Why({ proposal, close }: { readonly proposal: Proposal; readonly close: () => void }) {
  const replayed = useRoute(replayProposal, { id: proposal.proposalId });
  const { rule, months, hash, recipient, subject } = proposal;
  return (
    <Modal open title={`依据：${subject.name}`} footer={null} onCancel={close}>
      <Facts
        facts={[
          ['规则', rule.text],
          ['条件', `${rule.when}，连续${rule.periods}个月`],
          ['依据', rule.basis],
          ['计入的月份', <CountedMonths key="months" months={months} />],
          [
            '发给',
            `${recipient.name}${recipient.instead ? '（项目单位不在本市单位名录，发给所在地区）' : ''}`,
          ],
          [
            '校验值（SM3）',
            <code key="hash" className="letter-hash">
              {hash}
            </code>,
          ],
        ]}
      />
      <Shown query={replayed}>
        {({ fromKept, today }) => (
          <p>
            {fromKept
              ? '用留存的数据重算，结果相同。'
              : '用留存的数据重算，结果不同，请报告网络安全管理部门。'}
            {todayWords[today]}
          </p>
        )}
      </Shown>
    </Modal>
  );
}
