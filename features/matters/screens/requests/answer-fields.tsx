import { Button, Input } from 'antd';
import { type ComponentRef, useEffect, useRef } from 'react';
import { Field } from '#ui';
import { requestTexts } from '../request-texts.ts';

export type Answer = { readonly text: string; readonly leader: string };

type AnswerFieldsProps = {
  readonly answer: Answer;
  readonly change: (answer: Answer) => void;
  /** The government office writes a leader's words down: whose they are. */
  readonly asksLeader: boolean;
};

/** Opened by whoever is about to write: the words are where the cursor stands. */
export function AnswerFields({ answer, change, asksLeader }: AnswerFieldsProps) {
  const words = useRef<ComponentRef<typeof Input.TextArea>>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <>
      <Field label={requestTexts.words} required hint={requestTexts.wordsHint}>
        {(ties) => (
          <Input.TextArea
            {...ties}
            ref={words}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            value={answer.text}
            onChange={(event) => change({ ...answer, text: event.target.value })}
          />
        )}
      </Field>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around three buttons */}
      <div className="matter-phrases" role="group" aria-label={requestTexts.phrase}>
        {requestTexts.phrases.map((phrase) => (
          <Button key={phrase} onClick={() => change({ ...answer, text: answer.text + phrase })}>
            {phrase}
          </Button>
        ))}
      </div>
      {asksLeader ? (
        <Field label={requestTexts.leader} required>
          {(ties) => (
            <Input
              {...ties}
              maxLength={100}
              value={answer.leader}
              onChange={(event) => change({ ...answer, leader: event.target.value })}
            />
          )}
        </Field>
      ) : null}
    </>
  );
}

export function isAnswered({ text, leader }: Answer, asksLeader: boolean): boolean {
  return text.trim() !== '' && (!asksLeader || leader.trim() !== '');
}
