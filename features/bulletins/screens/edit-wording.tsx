import { Button, Input, Select } from 'antd';
import { useRef, useState } from 'react';
import { CallRefused } from '#http/client';
import { Field, fieldError, Panel, Refused, useAct } from '#ui';
import { type BulletinView, saveWording } from '../contract.ts';
import { sectionNames } from '../texts.ts';
import { Reason } from './reason.tsx';

type Wording = BulletinView['wording'];
type SectionId = keyof Wording['sections'];

const lines = [
  ['mark', '版头名称', 40],
  ['title', '标题', 120],
  ['issuer', '发文机关', 60],
  ['to', '主送机关', 300],
  ['copies', '抄送机关', 500],
  ['printedBy', '印发机关', 60],
] as const;

/** Sentences with figures by name: a click puts a figure where the sentence was last written in. */
export function EditWording({
  bulletin,
  close,
}: {
  readonly bulletin: BulletinView;
  readonly close: () => void;
}) {
  const [wording, setWording] = useState<Wording>(bulletin.wording);
  const [version, setVersion] = useState(bulletin.edition);
  const act = useAct(saveWording, close);
  const last = useRef<SectionId>('opening');
  const write = (id: SectionId, text: string) =>
    setWording((now) => ({ ...now, sections: { ...now.sections, [id]: text } }));
  const put = (name: string) => write(last.current, `${wording.sections[last.current]}{${name}}`);
  const stale = act.error instanceof CallRefused && act.error.code === 'http.stale_version';
  return (
    <Panel title="修改文字">
      <p className="quiet">
        数据项写在花括号里，印出时换成冻结的数据，不能手写数字。点一下数据项，加到最近编辑的一段末尾。
      </p>
      <div className="figure-tags">
        {bulletin.values.map(({ name, text }) => (
          <Button key={name} size="small" onClick={() => put(name)}>
            {name}：{text}
          </Button>
        ))}
      </div>
      {act.error ? <Refused error={act.error} /> : null}
      {stale ? <Standing bulletin={bulletin} mine={wording} go={() => setVersion(bulletin.edition)} /> : null}
      {(Object.keys(sectionNames) as SectionId[]).map((id) => (
        <Reason
          key={id}
          label={sectionNames[id]}
          value={wording.sections[id]}
          change={(text) => write(id, text)}
          error={fieldError(act.error, `wording/sections/${id}`)}
          most={4000}
          onFocus={() => {
            last.current = id;
          }}
        />
      ))}
      {lines.map(([name, label, most]) => (
        <Field key={name} label={label} error={fieldError(act.error, `wording/${name}`)}>
          {(ties) => (
            <Input
              {...ties}
              maxLength={most}
              value={wording[name]}
              onChange={(event) => setWording({ ...wording, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field label="公开属性">
        {(ties) => (
          <Select<Wording['publicity']>
            {...ties}
            value={wording.publicity}
            onChange={(publicity) => setWording({ ...wording, publicity })}
            options={(['主动公开', '依申请公开', '不予公开'] as const).map((value) => ({
              value,
              label: value,
            }))}
          />
        )}
      </Field>
      <div className="acts">
        <Button
          type="primary"
          loading={act.isPending}
          onClick={() => act.mutate({ id: bulletin.bulletinId, version, wording })}
        >
          保存文字
        </Button>
        <Button onClick={close}>放弃修改</Button>
      </div>
    </Panel>
  );
}

type StandingProps = { readonly bulletin: BulletinView; readonly mine: Wording; readonly go: () => void };

/** Both versions where somebody saved in between. */
function Standing({ bulletin, mine, go }: StandingProps) {
  const theirs = bulletin.wording;
  const differing = (Object.keys(sectionNames) as SectionId[]).filter(
    (id) => theirs.sections[id] !== mine.sections[id],
  );
  return (
    <section aria-label="两版对照">
      {differing.map((id) => (
        <dl key={id} className="facts">
          <dt>{sectionNames[id]}（已保存）</dt>
          <dd>{theirs.sections[id]}</dd>
          <dt>{sectionNames[id]}（您的）</dt>
          <dd>{mine.sections[id]}</dd>
        </dl>
      ))}
      <div className="acts">
        <Button onClick={go}>已对照，按我的文字保存</Button>
      </div>
    </section>
  );
}
