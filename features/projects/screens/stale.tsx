import { Alert, Radio } from 'antd';
import { type Choices, fieldLabels, readHolders, type Values } from './card-values.ts';

export type Side = 'mine' | 'theirs';

type StaleProps = {
  readonly choices: Choices;
  readonly base: Values;
  readonly mine: Values;
  readonly theirs: Values;
  readonly picks: Readonly<Record<string, Side>>;
  readonly pick: (key: string, side: Side) => void;
};

/** Fields that somebody else saved meanwhile, or that both changed: both versions side by side, one to be chosen. */
export function Stale({ choices, base, mine, theirs, picks, pick }: StaleProps) {
  const keys = differing(base, mine, theirs);
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title="他人已先保存。请逐项核对两版，选定后再保存；您填写的内容都还在。"
        style={{ marginBottom: 12 }}
      />
      <section className="scroll" aria-label="两版对照">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">您打开时</th>
              <th scope="col">他人已保存</th>
              <th scope="col">您填写的</th>
              <th scope="col">保留</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key}>
                <th scope="row">{labelOf(key, choices)}</th>
                <td>{shown(key, base, choices)}</td>
                <td>{shown(key, theirs, choices)}</td>
                <td>{shown(key, mine, choices)}</td>
                <td>
                  <Radio.Group
                    aria-label={`${labelOf(key, choices)}保留哪一版`}
                    value={picks[key]}
                    onChange={(event) => pick(key, event.target.value === 'mine' ? 'mine' : 'theirs')}
                    options={[
                      { value: 'theirs', label: '他人的' },
                      { value: 'mine', label: '我的' },
                    ]}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** Everything in which the saved version is not what the form holds. */
export function differing(base: Values, mine: Values, theirs: Values): string[] {
  return Object.keys(mine).filter(
    (key) => mine[key] !== theirs[key] && (theirs[key] !== base[key] || mine[key] !== base[key]),
  );
}

/** Where only one side changed a field, that change is kept unless one chooses otherwise; else one must choose. */
export function firstPicks(base: Values, mine: Values, theirs: Values): Record<string, Side> {
  return Object.fromEntries(
    differing(base, mine, theirs).flatMap((key): [string, Side][] => {
      if (theirs[key] === base[key]) return [[key, 'mine']];
      return mine[key] === base[key] ? [[key, 'theirs']] : [];
    }),
  );
}

function labelOf(key: string, choices: Choices): string {
  const kind = choices.responsibilities.find((one) => `holder:${one.id}` === key);
  return kind?.name ?? fieldLabels[key] ?? key;
}

function shown(key: string, values: Values, choices: Choices): string {
  const text = values[key] ?? '';
  if (text === '') return '—';
  if (key === 'districts')
    return text
      .split(',')
      .map((id) => choices.districts.find((one) => one.orgId === id)?.name ?? id)
      .join('、');
  if (key === 'form') return choices.forms.find((one) => one.id === text)?.name ?? text;
  if (!key.startsWith('holder:')) return text;
  return readHolders(text)
    .map((row) => row.name + (row.phone ? '（新电话）' : ''))
    .join('、');
}
