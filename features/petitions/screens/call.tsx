import './call.css';
import { Button } from 'antd';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { OutputOf } from '#http/client';
import { Field, type FieldTies, fieldError, Page, Panel, Refused, Shown, useAct, useRoute } from '#ui';
import { type CallForm, callForm, enterpriseNames, takeCall } from '../contract.ts';
import { CategoryKeys } from './category-keys.tsx';
import { EarlierCalls } from './earlier-calls.tsx';
import { texts } from './texts.ts';

export function Screen() {
  const form = useRoute(callForm, {});
  return (
    <Page title={texts.call} note={texts.callNote}>
      <Shown query={form}>{(data) => <Taking form={data} />}</Shown>
    </Page>
  );
}

const blank = {
  ...{ phone: '', enterprise: '', name: '', ticket: '', category: '', content: '', reply: '', unit: '' },
};
type Values = typeof blank;

/** One screen for one call: every field reached by Enter, the category by a number, saved by Ctrl+Enter. */
function Taking({ form }: { readonly form: CallForm }) {
  const [kindId, setKind] = useState(() => (form.kinds.find((one) => one.ownIntake) ?? form.kinds[0])?.id);
  const kind = form.kinds.find(({ id }) => id === kindId);
  const [values, setValues] = useState<Values>(blank);
  const [urgent, setUrgent] = useState(false);
  const [saved, setSaved] = useState<OutputOf<typeof takeCall>>();
  const box = useRef<HTMLFormElement>(null);
  const act = useAct(takeCall, (answer) => {
    setSaved(answer);
    setValues(blank);
    setUrgent(false);
    box.current?.querySelector<HTMLElement>('input[name=phone]')?.focus();
  });
  const words = values.enterprise.trim();
  const known = useRoute(enterpriseNames, { words }, { enabled: words.length >= 2 });
  if (!kind) return null;
  const put = (part: Partial<Values>) => setValues((now) => ({ ...now, ...part }));
  const ready = values.category !== '' && values.content.trim().length > 1 && !act.isPending;
  const save = () => {
    if (!ready) return;
    const given = Object.entries(values).filter(([, text]) => text.trim() !== '');
    act.mutate({
      ...(Object.fromEntries(given) as Values & { unit: never }),
      ...{ kind: kind.id, urgent },
    });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      save();
    } else if (event.target instanceof HTMLInputElement) {
      event.preventDefault();
      next(event.target);
    }
  };
  const line = (
    name: keyof Values,
    label: string,
    more: { readonly autoFocus?: boolean; readonly list?: string } = {},
  ) => (
    <Field label={label} error={fieldError(act.error, name)}>
      {(ties) => (
        <input
          {...ties}
          {...more}
          name={name}
          autoComplete="off"
          value={values[name]}
          onChange={(event) => put({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const area = (name: 'content' | 'reply', label: string, rows: number): ReactNode => (
    <Field label={label} required={name === 'content'} error={fieldError(act.error, name)}>
      {(ties: FieldTies) => (
        <textarea
          {...ties}
          name={name}
          rows={rows}
          value={values[name]}
          onChange={(event) => put({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="call">
      <form
        ref={box}
        className="panel"
        aria-label={texts.call}
        onKeyDown={keys}
        onSubmit={(event) => event.preventDefault()}
      >
        {saved ? (
          <div className="panel call-saved" role="status">
            {texts.saved} <Link href={`/petitions/${saved.matterId}`}>{saved.number}</Link> ·{' '}
            {saved.state.name}
            {saved.unit ? ` · ${saved.unit}` : ''}
          </div>
        ) : null}
        {act.error ? <Refused error={act.error} /> : null}
        {line('phone', texts.callPhone, { autoFocus: true })}
        {form.kinds.length > 1 ? (
          <div className="call-categories" role="radiogroup" aria-label={texts.kind}>
            {form.kinds.map(({ id, name }) => (
              <label key={id}>
                <input
                  type="radio"
                  name="kind"
                  checked={id === kind.id}
                  onChange={() => {
                    setKind(id);
                    put({ category: '', unit: '' });
                  }}
                />
                {name}
              </label>
            ))}
          </div>
        ) : null}
        {kind.ownIntake ? null : line('ticket', texts.callTicket)}
        <div className="call-pair">
          {line('enterprise', texts.callEnterprise, { list: 'known-enterprises' })}
          {line('name', texts.callName)}
        </div>
        <datalist id="known-enterprises">
          {(known.data?.names ?? []).map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <CategoryKeys
          categories={kind.categories}
          value={values.category}
          pick={(category, unit) => {
            put({ category, unit: unit ?? '' });
            box.current?.querySelector<HTMLElement>('textarea[name=content]')?.focus();
          }}
        />
        {area('content', texts.callContent, 4)}
        {area('reply', texts.callReply, 2)}
        {values.reply.trim() ? null : (
          <Field label={texts.callUnit} error={fieldError(act.error, 'unit')}>
            {(ties) => (
              <select
                {...ties}
                name="unit"
                value={values.unit}
                onChange={(event) => put({ unit: event.target.value })}
              >
                <option value="">{texts.toIntake}</option>
                {form.units.map(({ orgId, name }) => (
                  <option key={orgId} value={orgId}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <label style={{ display: 'flex', gap: 8, alignItems: 'center', minHeight: 44 }}>
          <input type="checkbox" checked={urgent} onChange={(event) => setUrgent(event.target.checked)} />
          {texts.urgent}
        </label>
        <Button type="primary" onClick={save} disabled={!ready} loading={act.isPending}>
          {texts.save}
        </Button>
      </form>
      <Panel title={texts.earlier}>
        <EarlierCalls phone={values.phone} />
      </Panel>
    </div>
  );
}

/** The field after this one, in the order they stand in. */
function next(from: HTMLInputElement): void {
  const all = [
    ...(from.form?.querySelectorAll<HTMLElement>(
      'input:not([type=radio]), [role=radiogroup] input:checked, [data-keys] input, textarea, select',
    ) ?? []),
  ];
  const onward = all.slice(all.indexOf(from) + 1).find((one) => one.getAttribute('name') !== 'kind');
  onward?.focus();
}
