import { type City, ensureMay, may } from '#access';
import {
  formulaChoices,
  lightsSection,
  proveRuleSet,
  publishedRuleSets,
  readRuleSet,
  ruleSetLines,
  ruleSetOn,
  tryRuleSet,
} from '#engines/indicators';
import { projectIndex } from '#engines/registry';
import { yamlValue } from '#pack';
import { earliestDay } from './publish-lights.ts';
import { kindOf } from './section-of-file.ts';
import { type Wanted, wantedText } from './wanted-text.ts';

/** The rules in force as data and in sentences, and what a form needs to write others. */
export async function readLightRules(city: City) {
  ensureMay(city, 'overlay.view', {});
  const { number, rules } = await ruleSetOn(city, city.today);
  return {
    ...{ rules: structuredClone(rules), number, inWords: ruleSetLines(rules), formulas: formulaChoices() },
    versions: (await publishedRuleSets(city))
      .map(({ number, rules: { name, effectiveFrom, basis }, publishedAt, publishedBy }) => ({
        ...{ number, name, effectiveFrom, basis, publishedAt, publishedBy },
      }))
      .reverse(),
    earliest: await earliestDay(city, rules),
    mayPropose: may(city.actor, 'overlay.propose', { state: kindOf(lightsSection) }),
    mayTry: may(city.actor, 'overlay.try', {}),
  };
}

const mostShown = 200;

/** How many lights of the month that is shown would be others, and whose. */
export async function tryLightRules(city: City, wanted: Wanted) {
  ensureMay(city, 'overlay.try', {});
  const { ruleSet, faults } = readRuleSet(yamlValue(wantedText(wanted, 'lights.yaml')));
  const all = ruleSet ? proveRuleSet(ruleSet) : faults;
  if (!ruleSet || all.length > 0) return { faults: all.map(({ text }) => text), trial: null };
  const tried = await tryRuleSet(city, ruleSet);
  if (!tried) return { faults: [], trial: null };
  const { changes, ...counted } = tried;
  const shown = changes.slice(0, mostShown);
  const ids = shown.map(({ subjectId }) => subjectId);
  const names = new Map(
    (await projectIndex(city, undefined, ids)).map((one) => [one.projectId as string, one.name]),
  );
  return {
    faults: [],
    trial: {
      ...counted,
      changed: changes.length,
      changes: shown.map(({ subjectId, before, after, why }) => ({
        ...{ projectId: subjectId as never, name: names.get(subjectId) ?? '—', before, after, why: [...why] },
      })),
    },
  };
}
