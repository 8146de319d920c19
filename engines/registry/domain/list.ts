import {
  type Condition,
  type ConditionParameters,
  compileCondition,
  type Facts,
  type Verdict,
} from '#kernel/condition';
import { defineRefusals, refuse } from '#kernel/refusal';
import { normalName } from './name.ts';

defineRefusals({
  'list.unknown': { status: 422, text: '没有名为“{list}”的清单，请按市包中的清单名称填写' },
  'list.rule_not_met': {
    status: 422,
    text: '项目“{name}”不符合清单“{list}”的入列规则（{rule}）。确需列入的，请填写理由和批准人',
  },
  'list.already_on': { status: 409, text: '项目“{name}”已在{year}年“{list}”中' },
  'list.not_on': { status: 409, text: '项目“{name}”不在{year}年“{list}”中' },
  'list.removal_needs_reason': { status: 422, text: '移出清单须填写理由' },
  'list.removed_before_entry': { status: 422, text: '移出日期{onDay}早于列入日期{fromOn}' },
});

/** A yearly register of projects: one of the six lists, one of the four plans, any other. */
export type ListDefinition = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** Further spellings in workbooks. */
  readonly aliases: readonly string[];
  readonly kind: 'list' | 'plan';
  readonly order: number;
  readonly clause?: string | undefined;
  /** Organisation that leads the list, by its id in the pack. */
  readonly lead?: string | undefined;
  readonly rule?: Condition | undefined;
  /** The rule in words, as shown beside a verdict. */
  readonly ruleText?: string | undefined;
  readonly fromYear?: number | undefined;
  readonly toYear?: number | undefined;
};

export type ListsSection = {
  readonly lists: readonly ListDefinition[];
  /** Numbers the rules name, so that a city sets them apart from the rule. */
  readonly parameters: ConditionParameters;
};

/** `no-rule`: the pack gives the list no entry rule; whoever compiles it decides. */
export type EntryVerdict = {
  readonly result: Verdict['result'] | 'no-rule';
  readonly parts: Verdict['parts'];
  readonly rule?: string | undefined;
  readonly clause?: string | undefined;
};

export type ListBook = {
  readonly inYear: (year: number) => readonly ListDefinition[];
  /** By id, name or another spelling; what the pack does not know is refused. */
  readonly named: (spelling: string) => ListDefinition;
  readonly find: (spelling: string) => ListDefinition | undefined;
  readonly verdictOf: (list: ListDefinition, facts: Facts) => EntryVerdict;
};

/** The lists of a pack, made ready for reading names and judging entries. */
export function openListBook(section: ListsSection): ListBook {
  const bySpelling = new Map(
    section.lists.flatMap((list) =>
      [list.id, list.name, list.shortName, ...list.aliases].map((one) => [normalName(one), list] as const),
    ),
  );
  const judges = new Map(
    section.lists.flatMap((list) =>
      list.rule ? [[list.id, compileCondition(list.rule, section.parameters)] as const] : [],
    ),
  );
  const find = (spelling: string) => bySpelling.get(normalName(spelling));
  return {
    find,
    named: (spelling) => find(spelling) ?? refuse('list.unknown', { list: spelling }),
    inYear: (year) =>
      section.lists.filter(({ fromYear, toYear }) => (fromYear ?? year) <= year && year <= (toYear ?? year)),
    verdictOf(list, facts) {
      const judge = judges.get(list.id);
      const verdict = judge ? judge(facts) : { result: 'no-rule' as const, parts: [] };
      return { ...verdict, rule: list.ruleText, clause: list.clause };
    },
  };
}

/** A list accepts who meets its rule, or whom a named person admits for a stated reason. */
export function basisOfEntry(
  verdict: EntryVerdict,
  exception: { readonly reason?: string | undefined; readonly approver?: string | undefined },
): 'rule' | 'exception' | undefined {
  if (verdict.result === 'met' || verdict.result === 'no-rule') return 'rule';
  return exception.reason?.trim() && exception.approver?.trim() ? 'exception' : undefined;
}
