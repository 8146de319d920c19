import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import { Dialog, Field, Panel, Refused, useAct } from '#ui';
import { answerResponse, type ResponseLine, respond, type viewDocument } from '../contract.ts';
import { texts } from '../texts.ts';

type Seen = OutputOf<typeof viewDocument>;

/** What the units say of the sheet, the office's answers, and a unit's own word while the time lasts. */
export function ResponsesPanel({ seen }: { readonly seen: Seen }) {
  const [answering, answer] = useState<ResponseLine>();
  const [objecting, object] = useState<string>();
  const agreeing = useAct(respond);
  const { documentId: id, answersFor, responses, silent } = seen;
  return (
    <Panel
      title={texts.responses}
      extra={<span className="quiet">{texts.until(seen.consultUntil ?? '')}</span>}
    >
      {agreeing.error ? <Refused error={agreeing.error} /> : null}
      {answersFor.map((org) => (
        <p key={org.id} className="measure-acts">
          {org.name}
          <Button
            loading={agreeing.isPending}
            onClick={() => agreeing.mutate({ id, orgId: org.id as never, agrees: true })}
          >
            {texts.agree}
          </Button>
          <Button onClick={() => object(org.id)}>{texts.object}</Button>
        </p>
      ))}
      <ul className="measure-told">
        {responses.map((one) => (
          <li key={one.responseId}>
            <strong>{one.org.name}</strong> {one.agrees ? texts.agrees : texts.objects}
            <span className="quiet"> {one.by}</span>
            {one.text ? <div>{[one.measure, one.text].filter(Boolean).join('：')}</div> : null}
            {one.answer ? (
              <div>
                {one.accepted ? texts.accept : texts.reject}：{one.answer}
              </div>
            ) : null}
            {!one.agrees && !one.answer && seen.mayReview ? (
              <Button onClick={() => answer(one)}>{texts.answer}</Button>
            ) : null}
          </li>
        ))}
      </ul>
      {silent.length > 0 ? (
        <p className="quiet">{texts.silentUnits(silent.map(({ name }) => name).join('、'))}</p>
      ) : null}
      {answering ? (
        <Answer key={answering.responseId} id={id} response={answering} close={() => answer(undefined)} />
      ) : null}
      {objecting ? <Objection seen={seen} orgId={objecting} close={() => object(undefined)} /> : null}
    </Panel>
  );
}

type AnswerProps = {
  readonly id: Seen['documentId'];
  readonly response: ResponseLine;
  readonly close: () => void;
};

function Answer({ id, response, close }: AnswerProps) {
  const [accepted, accept] = useState(true);
  const [answer, setAnswer] = useState('');
  const act = useAct(answerResponse, close);
  return (
    <Dialog
      open
      title={`${texts.answer}：${response.org.name}`}
      act={texts.answer}
      busy={act.isPending}
      ready={answer.trim() !== ''}
      error={act.error}
      onAct={() => act.mutate({ id, responseId: response.responseId as never, accepted, answer })}
      onClose={close}
    >
      <p>{response.text}</p>
      <Field label={texts.answer} required>
        {(ties) => (
          <Select
            {...ties}
            value={accepted}
            onChange={accept}
            options={[
              { value: true, label: texts.accept },
              { value: false, label: texts.reject },
            ]}
          />
        )}
      </Field>
      <Field label={texts.reason} required>
        {(ties) => (
          <Input.TextArea
            {...ties}
            rows={3}
            maxLength={1000}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}

type ObjectionProps = { readonly seen: Seen; readonly orgId: string; readonly close: () => void };

function Objection({ seen, orgId, close }: ObjectionProps) {
  const [measureKey, setMeasure] = useState<string>();
  const [text, setText] = useState('');
  const act = useAct(respond, close);
  const about = measureKey ? { measureKey } : {};
  return (
    <Dialog
      open
      title={texts.object}
      act={texts.send}
      busy={act.isPending}
      ready={text.trim() !== ''}
      error={act.error}
      onAct={() => act.mutate({ id: seen.documentId, orgId: orgId as never, agrees: false, text, ...about })}
      onClose={close}
    >
      <Field label={texts.ofMeasure}>
        {(ties) => (
          <Select<string>
            {...ties}
            allowClear
            placeholder={texts.wholeSheet}
            value={measureKey ?? null}
            onChange={(key) => setMeasure(key ?? undefined)}
            options={seen.lines.map(({ key, no, title }) => ({ value: key, label: `${no} ${title}` }))}
          />
        )}
      </Field>
      <Field label={texts.objection} required>
        {(ties) => (
          <Input.TextArea
            {...ties}
            rows={4}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
