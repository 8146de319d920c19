import Type, { type Static } from 'typebox';
import { allMatterKinds, seatNames } from '#engines/matters';
import { definePackSection } from '#pack';

const Text = Type.String({ minLength: 1 });
const At = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}$',
  description: ' 2023-09-06 10:30 的格式',
});
const Given = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]));
const strict = { additionalProperties: false } as const;

const Step = Type.Object(
  {
    at: At,
    /** The seat it is done from. */
    by: Text,
    act: Type.Optional(Text),
    given: Type.Optional(Given),
    to: Type.Optional(Text),
    pause: Type.Optional(
      Type.Object({ clock: Text, kind: Text, reason: Text, days: Type.Integer({ minimum: 1 }) }, strict),
    ),
    remark: Type.Optional(Text),
    inner: Type.Optional(Type.Boolean()),
    parts: Type.Optional(Type.Array(Type.Object({ title: Text, content: Text, lead: Text }, strict))),
  },
  strict,
);

const MatterOfYear = Type.Object(
  {
    kind: Text,
    title: Text,
    at: At,
    by: Text,
    project: Type.Optional(Text),
    enterprise: Type.Optional(Text),
    raiser: Type.Optional(Text),
    lead: Type.Optional(Text),
    support: Type.Optional(Type.Array(Text)),
    urgent: Type.Optional(Type.Boolean()),
    guarded: Type.Optional(Type.Boolean()),
    ticket: Type.Optional(Text),
    /** A text in a field of files is the name of an invented one. */
    given: Given,
    steps: Type.Optional(Type.Array(Step)),
  },
  strict,
);
export type DemonstrationMatter = Static<typeof MatterOfYear>;
export type DemonstrationStep = Static<typeof Step>;

const MattersFile = Type.Object({ note: Text, matters: Type.Array(MatterOfYear) }, strict);

/** `demo/matters.yaml`: invented matters of the demonstration year, with what was done to each. */
export const demonstrationMattersSection = definePackSection<readonly DemonstrationMatter[]>({
  id: 'demonstration-matters',
  files: ['demo/matters.yaml'],
  empty: [],
  read(files) {
    const yaml = files.yaml('demo/matters.yaml', MattersFile);
    if (!yaml) return files.result([]);
    const { matters } = yaml.value;
    matters.forEach((matter, at) => {
      const kind = allMatterKinds().find(({ id }) => id === matter.kind);
      const path = ['matters', at] as const;
      if (!kind) {
        files.report(yaml.at(...path, 'kind'), `没有“${matter.kind}”这种事项`, '请填写事项种类的 id');
        return;
      }
      if (!(matter.by in seatNames))
        files.report(
          yaml.at(...path, 'by'),
          `没有“${matter.by}”这种身份`,
          `可用的有：${Object.keys(seatNames).join('、')}`,
        );
      matter.steps?.forEach(({ act, by }, step) => {
        if (act !== undefined && !kind.actions[act])
          files.report(
            yaml.at(...path, 'steps', step),
            `“${kind.text}”没有“${act}”这个办理动作`,
            `可用的有：${Object.keys(kind.actions).join('、')}`,
          );
        if (!(by in seatNames))
          files.report(
            yaml.at(...path, 'steps', step),
            `没有“${by}”这种身份`,
            `可用的有：${Object.keys(seatNames).join('、')}`,
          );
      });
    });
    return files.result(matters);
  },
});
