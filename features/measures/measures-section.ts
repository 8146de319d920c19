import Type from 'typebox';
import { definePackSection } from '#pack';
import { type Cadence, cadences } from './domain/cadence.ts';

const Basis = Type.String({ minLength: 1 });
const Percent = Type.Integer({ minimum: 0, maximum: 100 });

const MeasuresFile = Type.Object({
  /** Working days. */
  consultation: Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 60 }), basis: Basis }),
  report: Type.Object({
    cadence: Type.Unsafe<Cadence>({ type: 'string', enum: [...cadences] }),
    basis: Basis,
  }),
  figures: Type.Object({ yellow: Percent, red: Percent, basis: Basis }),
  emptyReport: Type.Object({ shorterThan: Type.Integer({ minimum: 0 }), basis: Basis }),
});

/** What the documents leave open: limits, rhythm, and from when a number is behind. */
export type MeasureRules = Type.Static<typeof MeasuresFile>;

const basis = '平台默认值';
const none: MeasureRules = {
  consultation: { limit: 5, basis },
  report: { cadence: 'month', basis },
  figures: { yellow: 5, red: 20, basis },
  emptyReport: { shorterThan: 20, basis },
};

export const measuresSection = definePackSection<MeasureRules>({
  id: 'measures',
  files: ['measures.yaml'],
  empty: none,
  read(files) {
    const yaml = files.yaml('measures.yaml', MeasuresFile);
    if (!yaml) return files.result(none);
    const { yellow, red } = yaml.value.figures;
    if (yellow > red) files.report(yaml.at('figures'), '黄灯的界限比红灯还大', '请让 yellow 不大于 red');
    return files.result(yaml.value);
  },
});
