import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PlainDate } from '#kernel/plain-date';
import { Page, Panel, Refused, Shown, useRoute } from '#ui';
import { type RoleRules, readRoleRules } from '../contract.ts';
import { roleWords, words } from '../texts.ts';
import { Checked } from './checked.tsx';
import { DraftDialog } from './draft-dialog.tsx';
import { useCheck } from './use-check.ts';
import './rules.css';

type Off = { readonly role: string; readonly sentence: string };

/** What each role may do, sentence by sentence; a city may switch some of it off. */
export function Screen() {
  const query = useRoute(readRoleRules, {});
  return <Shown query={query}>{(data) => <RolesPage data={data} />}</Shown>;
}

const file = 'roles.yaml';

function RolesPage({ data }: { readonly data: RoleRules }) {
  const isShipped = (role: string, sentence: string) =>
    data.shippedOff.some((one) => one.role === role && one.sentence === sentence);
  const standing = data.roles.flatMap(({ role, sentences }) =>
    sentences
      .filter(({ key, off }) => off && !isShipped(role, key))
      .map(({ key }): Off => ({ role, sentence: key })),
  );
  const held = data.roles.filter(({ sentences }) => sentences.length > 0);
  const [off, setOff] = useState<readonly Off[]>();
  const [day, setDay] = useState<PlainDate>();
  const [drafting, draft] = useState(false);
  const chosen = off ?? standing;
  const value = { off: [...chosen] };
  const { found, error } = useCheck(file, off ? { value } : undefined, day);
  const isOff = (role: string, key: string) =>
    chosen.some((one) => one.role === role && one.sentence === key);
  const turn = (role: string, sentence: string) =>
    setOff(
      isOff(role, sentence)
        ? chosen.filter((one) => one.role !== role || one.sentence !== sentence)
        : [...chosen, { role, sentence }],
    );
  return (
    <Page
      title={roleWords.title}
      note={roleWords.note}
      acts={
        data.mayPropose ? (
          <Button type="primary" disabled={!off} onClick={() => draft(true)}>
            {words.propose}
          </Button>
        ) : null
      }
    >
      {data.draft ? (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={<Link href={`/rules/overlays/${data.draft}`}>{roleWords.draftWaits}</Link>}
        />
      ) : null}
      {drafting ? (
        <DraftDialog
          {...{ file, wanted: { value }, effectiveFrom: day, changeDay: setDay }}
          close={() => draft(false)}
        />
      ) : null}
      {error ? <Refused error={error} /> : null}
      {off && found ? <Checked {...found} /> : null}
      <p className="quiet">{roleWords.fixedNote}</p>
      {held.map(({ role, name, sentences }) => {
        const count = sentences.filter(
          ({ key, off: now }) => isOff(role, key) || (now && isShipped(role, key)),
        ).length;
        return (
          <Panel key={role}>
            <details className="role-sentences" open={standing.some((one) => one.role === role)}>
              <summary>
                {name} <span className="quiet">{roleWords.count(count, sentences.length)}</span>
              </summary>
              <ul className="sentence-list">
                {sentences.map((one) => (
                  <Sentence
                    key={one.key}
                    sentence={one}
                    off={isOff(role, one.key)}
                    shippedOff={isShipped(role, one.key)}
                    turn={data.mayPropose ? () => turn(role, one.key) : undefined}
                  />
                ))}
              </ul>
            </details>
          </Panel>
        );
      })}
    </Page>
  );
}

type SentenceProps = {
  readonly sentence: RoleRules['roles'][number]['sentences'][number];
  readonly off: boolean;
  readonly shippedOff: boolean;
  readonly turn: (() => void) | undefined;
};

function Sentence({ sentence: { text, fixed }, off, shippedOff, turn }: SentenceProps) {
  const mark = fixed ? roleWords.fixed : shippedOff ? roleWords.shippedOff : off ? roleWords.off : undefined;
  const shown = (
    <>
      <span style={off || shippedOff ? { textDecoration: 'line-through' } : undefined}>{text}</span>
      {mark ? <span className="quiet">（{mark}）</span> : null}
    </>
  );
  if (!turn || fixed || shippedOff) return <li>{shown}</li>;
  return (
    <li>
      <Checkbox checked={!off} onChange={turn}>
        {shown}
      </Checkbox>
    </li>
  );
}
