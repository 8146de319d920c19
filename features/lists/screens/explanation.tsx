import { Modal } from 'antd';
import { Facts } from '#ui';
import { basisNames, texts, verdictNames } from '../texts.ts';
import type { Member } from './member-columns.tsx';

type ExplanationProps = {
  readonly member: Member;
  readonly rule: string | null;
  readonly close: () => void;
};

/** Why a project is on the list: the rule, each of its conditions with what was found, or the exception. */
export function Explanation({ member, rule, close }: ExplanationProps) {
  return (
    <Modal
      open
      title={`${member.name}：${texts.why}`}
      footer={null}
      width={640}
      onCancel={close}
      destroyOnHidden
    >
      <Facts
        facts={[
          ['列入日期', member.fromOn],
          ['列入依据', basisNames[member.basis]],
          ['入列规则', rule ?? texts.noRule],
          ['判定', verdictNames[member.verdict]],
          ['理由', member.reason],
          ['批准人', member.approver],
        ]}
      />
      {member.lines.length > 0 ? (
        <section className="scroll" aria-label="逐项条件" style={{ marginTop: 12 }}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">条件</th>
                <th scope="col">列入时的情况</th>
                <th scope="col">判定</th>
                <th scope="col">条款</th>
              </tr>
            </thead>
            <tbody>
              {member.lines.map((line) => (
                <tr key={`${line.demand} ${line.clause} ${line.note}`}>
                  <td>
                    {line.demand}
                    {line.note ? <div className="quiet">{line.note}</div> : null}
                  </td>
                  <td>{line.found ?? (member.withinScope ? '未填写' : texts.outside)}</td>
                  <td>{verdictNames[line.result]}</td>
                  <td>{line.clause ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </Modal>
  );
}
