import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { CallRefused } from '#http/client';
import { DayInput, Field, fieldError, Panel, Refused, useAct } from '#ui';
import { type LetterView, type LetterWording, saveLetter } from '../contract.ts';
import { partNames } from '../texts.ts';

const lines = [
  ['title', partNames.title, 120],
  ['issuer', '发函单位', 60],
  ['to', partNames.to, 300],
  ['copies', partNames.copies, 300],
] as const;

type Meeting = NonNullable<LetterWording['meeting']>;
const meetingLines = [
  ['interviewer', '约谈人', 60],
  ['interviewee', '被约谈人', 120],
  ['place', '约谈地点', 120],
] as const;

/** Sentences with figures by name: a click puts a figure at the end of what was last written in. */
export function EditLetter({ letter, close }: { readonly letter: LetterView; readonly close: () => void }) {
  const [wording, setWording] = useState<LetterWording>(letter.wording);
  const [version, setVersion] = useState(letter.edition);
  const act = useAct(saveLetter, close);
  const last = useRef<'facts' | 'requests'>('facts');
  const write = (part: keyof LetterWording, text: string) => setWording((now) => ({ ...now, [part]: text }));
  const meet = (part: Partial<Meeting>) =>
    setWording((now) => ({ ...now, meeting: now.meeting ? { ...now.meeting, ...part } : null }));
  const isStale = act.error instanceof CallRefused && act.error.code === 'http.stale_version';
  const { meeting } = wording;
  return (
    <Panel title="修改文字">
      <p className="quiet">
        数据项写在花括号里，印出时换成冻结的数据，不能手写数字。点一下数据项，加到最近编辑的一段末尾。
      </p>
      <div className="letter-tags">
        {letter.values.map(({ name, text }) => (
          <Button
            key={name}
            size="small"
            onClick={() => write(last.current, `${wording[last.current]}{${name}}`)}
          >
            {name}：{text}
          </Button>
        ))}
      </div>
      {act.error ? <Refused error={act.error} /> : null}
      {isStale ? (
        <p>
          他人刚刚改过这份稿子：{letter.wording.facts}
          <Button size="small" onClick={() => setVersion(letter.edition)}>
            看过了，仍按我的文字保存
          </Button>
        </p>
      ) : null}
      {(['facts', 'requests'] as const).map((part) => (
        <Field key={part} label={partNames[part]} required error={fieldError(act.error, `wording/${part}`)}>
          {(ties) => (
            <Input.TextArea
              {...ties}
              autoSize={{ minRows: 3 }}
              maxLength={4000}
              value={wording[part]}
              onFocus={() => {
                last.current = part;
              }}
              onChange={(event) => write(part, event.target.value)}
            />
          )}
        </Field>
      ))}
      {lines.map(([part, label, maxLength]) => (
        <Field key={part} label={label} error={fieldError(act.error, `wording/${part}`)}>
          {(ties) => (
            <Input
              {...ties}
              maxLength={maxLength}
              value={wording[part]}
              onChange={(event) => write(part, event.target.value)}
            />
          )}
        </Field>
      ))}
      {meeting ? (
        <>
          <Field label="约谈时间" hint="印发前写明">
            {(ties) => (
              <DayInput
                {...ties}
                value={meeting.heldOn ?? undefined}
                change={(day) => meet({ heldOn: day ?? null })}
              />
            )}
          </Field>
          {meetingLines.map(([part, label, maxLength]) => (
            <Field key={part} label={label}>
              {(ties) => (
                <Input
                  {...ties}
                  maxLength={maxLength}
                  value={meeting[part]}
                  onChange={(event) => meet({ [part]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </>
      ) : null}
      <div className="letter-acts">
        <Button
          type="primary"
          loading={act.isPending}
          onClick={() => act.mutate({ id: letter.letterId, version, wording })}
        >
          保存文字
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </Panel>
  );
}
