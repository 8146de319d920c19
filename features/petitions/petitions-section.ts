import Type, { type Static } from 'typebox';
import { kindRulesOf } from '#engines/matters';
import { organisationsSection } from '#engines/registry';
import { definePackSection, type Pack, type PackProblem, sectionOf } from '#pack';
import { type Language, languages, type PublicKind, publicKinds } from './contract/word.ts';

const strict = { additionalProperties: false };
const Text = Type.String({ minLength: 1 });
const whole = (minimum: number, maximum: number) => Type.Optional(Type.Integer({ minimum, maximum }));
const LanguageWord = Type.Union(languages.map((one) => Type.Literal(one)));

const PublicLine = Type.Object(
  {
    on: Type.Optional(Type.Boolean()),
    languages: Type.Optional(Type.Array(LanguageWord, { minItems: 1 })),
    clause: Type.Optional(Text),
    basis: Type.Optional(Text),
  },
  strict,
);

const Limits = Type.Object(
  {
    wrongCodes: whole(1, 20),
    wrongCodesOfAddress: whole(1, 1000),
    lockMinutes: whole(1, 1440),
    duplicateDays: whole(0, 3650),
    links: whole(0, 50),
    fastestSeconds: whole(0, 600),
    files: whole(0, 20),
    fileMegabytes: whole(1, 50),
    callBackTries: whole(1, 10),
  },
  strict,
);

const Titles = Type.Array(Text, { minItems: 1 });
const Tickets = Type.Object(
  {
    number: Titles,
    category: Titles,
    content: Titles,
    enterprise: Titles,
    name: Titles,
    phone: Titles,
    urgent: Titles,
    unit: Titles,
  },
  strict,
);
export type TicketField = keyof Static<typeof Tickets>;

const PetitionsFile = Type.Object(
  {
    public: Type.Optional(Type.Record(Text, PublicLine)),
    limits: Type.Optional(Limits),
    units: Type.Optional(Type.Record(Text, Type.Record(Text, Text))),
    tickets: Type.Optional(Tickets),
  },
  strict,
);
type PetitionsRules = Static<typeof PetitionsFile>;

const none: PetitionsRules = {};

/** `petitions.yaml`: what comes in without an account, and which unit each category is proposed to. */
export const petitionsSection = definePackSection<PetitionsRules>({
  id: 'petitions',
  files: ['petitions.yaml'],
  empty: none,
  read(files) {
    const yaml = files.yaml('petitions.yaml', PetitionsFile);
    if (!yaml) return files.result(none);
    for (const kind of Object.keys(yaml.value.public ?? {}))
      if (!publicKinds.includes(kind as PublicKind))
        files.report(yaml.at('public', kind), `“${kind}”不能公开提出`, `可写的有：${publicKinds.join('、')}`);
    return files.result(yaml.value);
  },
  merge: (lower, upper) => ({
    public: { ...lower.public, ...upper.public },
    limits: { ...lower.limits, ...upper.limits },
    units: { ...lower.units, ...upper.units },
    tickets: upper.tickets ?? lower.tickets,
  }),
  check: (value, pack) => (pack.sections.has(organisationsSection.id) ? unitProblems(value, pack) : []),
});

function unitProblems({ units = {} }: PetitionsRules, pack: Pack): PackProblem[] {
  const known = new Set(sectionOf(pack, organisationsSection).organisations.map(({ id }) => id as string));
  return Object.entries(units).flatMap(([kind, byCategory]) => {
    const categories = (kindRulesOf(pack, kind).choices['category'] ?? []).map(({ id }) => id);
    return Object.entries(byCategory).flatMap(([category, unit]) => {
      const at = { file: 'petitions.yaml', line: 1 };
      if (!categories.includes(category))
        return [
          { ...at, message: `${kind} 没有类别“${category}”`, remedy: `可写的有：${categories.join('、')}` },
        ];
      if (known.has(unit)) return [];
      return [{ ...at, message: `没有单位“${unit}”`, remedy: '请写 organisations.csv 中的 id' }];
    });
  });
}

export type PetitionLimits = Required<Static<typeof Limits>>;

const usual: PetitionLimits = {
  ...{ wrongCodes: 5, wrongCodesOfAddress: 20, lockMinutes: 15, duplicateDays: 90, links: 2 },
  ...{ fastestSeconds: 4, files: 5, fileMegabytes: 10, callBackTries: 2 },
};

export function limitsOf(pack: Pack): PetitionLimits {
  return { ...usual, ...sectionOf(pack, petitionsSection).limits };
}

const usualLanguages: readonly Language[] = ['zh'];

/** The kinds raised on the public pages: named by the pack, not closed there, and in use in the city at all. */
export function publicKindsOf(pack: Pack) {
  const said = sectionOf(pack, petitionsSection).public ?? {};
  return publicKinds.flatMap((id) => {
    const line = said[id];
    if (!line || line.on === false || kindRulesOf(pack, id).off) return [];
    return [{ id, languages: line.languages ?? usualLanguages }];
  });
}

/** The id, in the pack, of the unit that a category is proposed to. */
export function proposedUnit(pack: Pack, kind: string, category: string | null): string | undefined {
  return category === null ? undefined : sectionOf(pack, petitionsSection).units?.[kind]?.[category];
}

export function ticketTitles(pack: Pack): Readonly<Partial<Record<TicketField, readonly string[]>>> {
  return sectionOf(pack, petitionsSection).tickets ?? {};
}
