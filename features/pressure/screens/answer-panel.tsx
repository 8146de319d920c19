import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { actOnMatter } from '#features/matters';
import type { InputOf } from '#http/client';
import { Dialog, Facts, Field, Instant, Panel, useAct } from '#ui';
import type { MatterOfLetter } from '../contract.ts';

type Props = { readonly matter: MatterOfLetter; readonly formName: string };

/** What the recipient owes and by when. A receipt is signed here; an answer with its evidence on the matter's page. */
export function AnswerPanel({ matter, formName }: Props) {
  const [signing, sign] = useState(false);
  const { matterId, number, state, dueAt, dueClock, isLate, redos, actions, closed } = matter;
  const receipt = actions.find(({ id }) => id === 'receive' || id === 'sign');
  const others = actions.filter((one) => one !== receipt);
  return (
    <Panel title="签收和回复">
      <Facts
        facts={[
          [
            '事项',
            <Link key="matter" href={`/matters/${matterId}`}>
              {number}
            </Link>,
          ],
          ['现在', closed ? `${state.name}` : `${state.name}${isLate ? '（已超期）' : ''}`],
          [dueClock ?? '时限', dueAt ? <Instant key="due" at={dueAt} /> : null],
          ['退回', redos > 0 ? `${redos}次` : '没有退回'],
        ]}
      />
      <div className="letter-acts">
        {receipt ? (
          <Button type="primary" onClick={() => sign(true)}>
            {receipt.name}
          </Button>
        ) : null}
        {others.map(({ id, name }) => (
          <Link key={id} href={`/matters/${matterId}`} className="ant-btn ant-btn-default">
            {name}
          </Link>
        ))}
      </div>
      {signing && receipt ? (
        <Receipt
          matter={matter}
          action={receipt.id}
          title={`${formName}${receipt.name}`}
          close={() => sign(false)}
        />
      ) : null}
    </Panel>
  );
}

type ReceiptProps = {
  readonly matter: MatterOfLetter;
  readonly action: string;
  readonly title: string;
  readonly close: () => void;
};

function Receipt({ matter, action, title, close }: ReceiptProps) {
  const [receiver, write] = useState('');
  const act = useAct(actOnMatter, close);
  const asksName = action === 'receive';
  const id = matter.matterId as InputOf<typeof actOnMatter>['id'];
  return (
    <Dialog
      open
      title={title}
      act="签收"
      ready={!asksName || receiver.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() =>
        act.mutate({
          id,
          version: matter.version,
          action,
          given: asksName ? { receiver: receiver.trim() } : {},
        })
      }
      onClose={close}
    >
      <p className="quiet">签收后开始计回复时限。</p>
      {asksName ? (
        <Field label="签收人" required>
          {(ties) => (
            <Input
              {...ties}
              maxLength={60}
              value={receiver}
              onChange={(event) => write(event.target.value)}
            />
          )}
        </Field>
      ) : null}
    </Dialog>
  );
}
