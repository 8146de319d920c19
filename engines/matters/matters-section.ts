import { definePackSection, type Pack, type PackFiles, type PackYaml, sectionOf } from '#pack';
import type { DeclaredMatter } from './domain/definition.ts';
import type { KindRules } from './domain/kind-rules.ts';
import { allMatterKinds } from './domain/matter-kinds.ts';
import { basisText } from './sections/basis-text.ts';
import { kindGaps } from './sections/kind-gaps.ts';
import { type KindFile, MattersFile } from './sections/matters-file.ts';
import { readClockPolicy } from './sections/read-clock-policy.ts';

/** What the layers wrote of each kind. */
type MattersRules = { readonly kinds: Readonly<Record<string, Partial<KindRules>>> };

const noKinds: MattersRules = { kinds: {} };
const unset: KindRules = {
  off: false,
  ownIntake: true,
  clocks: {},
  pauses: [],
  choices: {},
  satisfactionFloor: 3,
};

/** `matters.yaml`: limits, pauses and words of the kinds of matters. A city writes only what is different there. */
export const mattersSection = definePackSection<MattersRules>({
  id: 'matters',
  files: ['matters.yaml'],
  empty: noKinds,
  read(files) {
    const yaml = files.yaml('matters.yaml', MattersFile);
    if (!yaml) return files.result(noKinds);
    const known = new Map(allMatterKinds().map((kind) => [kind.id, kind]));
    const kinds = Object.entries(yaml.value.kinds).flatMap(([id, file]) => {
      const kind = known.get(id);
      if (kind) return [[id, readKind(files, yaml, kind, file)] as const];
      const all = [...known.keys()].join('、');
      files.report(yaml.at('kinds', id), `没有“${id}”这种事项`, `可用的有：${all}`);
      return [];
    });
    return files.result({ kinds: Object.fromEntries(kinds) });
  },
  merge(lower, upper) {
    const ids = new Set([...Object.keys(lower.kinds), ...Object.keys(upper.kinds)]);
    const kinds = [...ids].map((id) => [id, mergeKind(lower.kinds[id] ?? {}, upper.kinds[id] ?? {})]);
    return { kinds: Object.fromEntries(kinds) };
  },
  check: (value) =>
    value === noKinds ? [] : allMatterKinds().flatMap((kind) => kindGaps(kind, whole(value.kinds[kind.id]))),
});

/** What the pack says of one kind. */
export function kindRulesOf(pack: Pack, kind: string): KindRules {
  return whole(sectionOf(pack, mattersSection).kinds[kind]);
}

function whole(said: Partial<KindRules> | undefined): KindRules {
  return { ...unset, ...said };
}

function readKind(
  files: PackFiles,
  yaml: PackYaml<MattersFile>,
  kind: DeclaredMatter,
  file: KindFile,
): Partial<KindRules> {
  const at = ['kinds', kind.id] as const;
  const fields = Object.keys(kind.fields);
  const clocks = Object.entries(file.clocks ?? {}).flatMap(([id, clock]) => {
    const path = [...at, 'clocks', id];
    if (!kind.clocks[id]) {
      const all = Object.keys(kind.clocks).join('、');
      files.report(yaml.at(...path), `“${kind.text}”没有时限“${id}”`, `可用的有：${all}`);
      return [];
    }
    if (clock.until !== undefined && kind.fields[clock.until]?.kind !== 'day')
      files.report(yaml.at(...path, 'until'), `“${clock.until}”不是日期字段`, '请填写这种事项的日期字段');
    return [[id, readClockPolicy(files, yaml, path, clock, fields)] as const];
  });
  checkChoices(files, yaml, kind, file);
  const pauses = file.pauses?.map(({ clause, basis, ...pause }, index) => {
    const source = basisText({ clause, basis });
    if (!source)
      files.report(
        yaml.at(...at, 'pauses', index),
        `暂停“${pause.text}”没有依据`,
        '请写 clause，或写 basis: 平台默认值',
      );
    return { ...pause, basis: source ?? '' };
  });
  return { ...file, clocks: Object.fromEntries(clocks), ...(pauses ? { pauses } : {}) } as Partial<KindRules>;
}

function checkChoices(
  files: PackFiles,
  yaml: PackYaml<MattersFile>,
  kind: DeclaredMatter,
  file: KindFile,
): void {
  const at = ['kinds', kind.id] as const;
  for (const [field, choices] of Object.entries(file.choices ?? {})) {
    if (kind.fields[field]?.kind !== 'choice')
      files.report(
        yaml.at(...at, 'choices', field),
        `“${kind.text}”没有可选的字段“${field}”`,
        '请填写这种事项的选择字段',
      );
    reportTwins(files, yaml, [...at, 'choices', field], choices);
  }
  reportTwins(files, yaml, [...at, 'pauses'], file.pauses ?? []);
}

function reportTwins(
  files: PackFiles,
  yaml: PackYaml<MattersFile>,
  path: readonly (string | number)[],
  listed: readonly { readonly id: string }[],
): void {
  listed.forEach(({ id }, index) => {
    if (listed.findIndex((one) => one.id === id) !== index)
      files.report(yaml.at(...path, index), `“${id}”写了两次`, '请改用没有用过的 id');
  });
}

/** Clocks and choices one by one; anything else a city writes stands in place of what lies below. */
function mergeKind(lower: Partial<KindRules>, upper: Partial<KindRules>): Partial<KindRules> {
  return {
    ...lower,
    ...upper,
    clocks: { ...lower.clocks, ...upper.clocks },
    choices: { ...lower.choices, ...upper.choices },
  };
}
