import { defineRefusals, refuse } from '#kernel/refusal';
import type { Holder, ProjectAspects, YearEntry } from './aspect.ts';
import type { OrgId, PersonId } from './identity.ts';
import type { ListBook } from './list.ts';
import type { FenIn, ListRecord } from './list-record.ts';
import { cleanName, normalName } from './name.ts';
import type { ResponsibilityKind } from './responsibility.ts';
import type { StagesSection } from './stage.ts';
import { stageByCategory } from './stage-change.ts';

defineRefusals({
  'list_import.district_unknown': {
    status: 422,
    text: '第“{ref}”行的建设地点“{district}”不在本市单位名录中',
  },
  'list_import.no_district': { status: 422, text: '第“{ref}”行没有建设地点' },
});

/** What the words of a record mean in this city. */
export type RecordReading = {
  readonly year: number;
  readonly lists: ListBook;
  readonly stages: StagesSection;
  readonly kinds: readonly ResponsibilityKind[];
  /** By name or another spelling, else by GB/T 2260 number. */
  readonly orgOf: (name: string, code?: string | null) => OrgId | undefined;
  /** A person of the registry, known by name and number together: a name alone is not proof. */
  readonly personOf: (name: string, phone: string) => PersonId | undefined;
};

/**
 * The project as the row states it, over what is known. An empty cell takes nothing away: what is to be erased is
 * erased on screen. Lists the project is on by rule or exception stay; those it is on by a workbook are this one's.
 */
export function desiredState(
  ref: string,
  record: ListRecord,
  reading: RecordReading,
  now?: { readonly aspects: ProjectAspects; readonly sourceLists: readonly string[] },
): ProjectAspects {
  const old = now?.aspects;
  const { card, detail } = old ?? {};
  return {
    card: {
      name: cleanName(record.name),
      industry: record.industry ?? card?.industry ?? null,
      nature: record.nature ?? card?.nature ?? null,
      form: card?.form ?? null,
      sponsorOrgId: card?.sponsorOrgId ?? null,
    },
    detail: {
      content: record.content ?? detail?.content ?? null,
      periodStart: record.periodStart ?? detail?.periodStart ?? null,
      periodEnd: record.periodEnd ?? detail?.periodEnd ?? null,
      totalFen: fenText(record.totalFen) ?? detail?.totalFen ?? null,
      fundSource: record.fundSource ?? detail?.fundSource ?? null,
      company: record.company ?? detail?.company ?? null,
      uscc: record.uscc ?? detail?.uscc ?? null,
      remark: record.remark ?? detail?.remark ?? null,
    },
    code: record.code ?? old?.code ?? null,
    districts: districtsOf(ref, record, reading),
    stage: stageByCategory(reading.stages, record.stage, old?.stage),
    entry: entryOf(record, old?.entry ?? null),
    lists: listsOf(record, reading, now),
    responsibilities: { ...old?.responsibilities, ...holdersOf(record, reading, old) },
  };
}

function districtsOf(ref: string, record: ListRecord, { orgOf }: RecordReading): OrgId[] {
  if (record.districts.length === 0) refuse('list_import.no_district', { ref });
  const ids = record.districts.map(
    ({ name, code }) => orgOf(name, code) ?? refuse('list_import.district_unknown', { ref, district: name }),
  );
  return [...new Set(ids)];
}

function entryOf(record: ListRecord, old: YearEntry | null): YearEntry {
  return {
    category: record.stage,
    plannedStart: record.plannedStart ?? old?.plannedStart ?? null,
    totalFen: fenText(record.totalFen) ?? old?.totalFen ?? null,
    planYearFen: fenText(record.planYearFen) ?? old?.planYearFen ?? null,
    doneBeforeFen: fenText(record.doneBeforeFen) ?? old?.doneBeforeFen ?? null,
  };
}

function listsOf(
  record: ListRecord,
  { lists }: RecordReading,
  now: { readonly aspects: ProjectAspects; readonly sourceLists: readonly string[] } | undefined,
): string[] {
  const old = now?.aspects.lists ?? [];
  if (!record.lists || record.lists.length === 0) return [...old];
  const bySource = new Set(now?.sourceLists);
  const kept = old.filter((id) => !bySource.has(id));
  return [...new Set([...kept, ...record.lists.map((name) => lists.named(name).id)])].sort();
}

function holdersOf(
  record: ListRecord,
  { kinds, orgOf, personOf }: RecordReading,
  old: ProjectAspects | undefined,
): Record<string, Holder[]> {
  const stated: Record<string, Holder[]> = {};
  for (const kind of kinds) {
    const names = kind.field ? namesIn(record, kind.field) : [];
    if (names.length === 0) continue;
    stated[kind.id] = names.map((name): Holder => {
      const before = old?.responsibilities[kind.id]?.find((one) => normalName(one.name) === normalName(name));
      const phone = kind.field === 'secretary' ? record.secretaryPhone : null;
      return {
        name,
        orgId: kind.holder === 'person' ? (before?.orgId ?? null) : (orgOf(name) ?? null),
        personId: before?.personId ?? (phone ? personOf(name, phone) : undefined) ?? null,
        phone: phone ?? before?.phone ?? null,
      };
    });
  }
  return stated;
}

function namesIn(record: ListRecord, field: NonNullable<ResponsibilityKind['field']>): readonly string[] {
  const value = record[field];
  const names = value === null ? [] : typeof value === 'string' ? [value] : value;
  return names.filter((name) => name.trim() !== '');
}

export function fenText(value: FenIn | null | undefined): string | null {
  return value === null || value === undefined ? null : BigInt(value).toString();
}
