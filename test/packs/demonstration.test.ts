import { describe, expect, test } from 'vitest';
import { listsSection, normalName, organisationsSection, registrySections } from '#engines/registry';
import { addToMonth, monthNumber } from '#kernel/month';
import { monthOf } from '#kernel/plain-date';
import { cityPacks, demonstrationSection, loadPack, packDirs, sectionOf } from '#pack';

describe.each(cityPacks())('the demonstration year of %s', (id) => {
  const pack = loadPack(packDirs(id), registrySections);
  const year = sectionOf(pack, demonstrationSection);
  if (!year) throw new Error(`${id} has no demonstration year`);
  const { projects, reports } = year;
  const last = addToMonth(monthOf(year.asOf), -1);
  const lit = projects.filter((project) => project.stage !== '前期');
  const { organisations } = sectionOf(pack, organisationsSection);
  const named = (names: readonly string[]) =>
    names.filter(
      (name) =>
        !organisations.some((one) => [one.name, ...one.aliases].map(normalName).includes(normalName(name))),
    );

  /** Of the last month: the plan to date, and what was reported of it. */
  const standing = lit.map(({ name, districts, monthPlanFen }) => {
    const plan = monthPlanFen.slice(0, monthNumber(last)).reduce((a, b) => a + b, 0n);
    const report = reports.find((one) => one.name === name && one.month === last);
    return { name, district: districts[0], plan, done: report?.cumFen ?? undefined };
  });
  const counts = (test: (plan: bigint, done: bigint) => boolean) =>
    standing.filter(({ plan, done }) => plan > 0n && done !== undefined && test(plan, done)).length;

  test('is marked as invented in every row', () => {
    expect(year.note).toContain('演示数据');
    expect(projects.filter((project) => !project.remark.includes('演示数据'))).toEqual([]);
  });

  test('names units, departments and lists the pack knows', () => {
    expect(named(projects.flatMap((project) => project.districts))).toEqual([]);
    expect(named(projects.flatMap((project) => project.leadDepts))).toEqual([]);
    const { lists } = sectionOf(pack, listsSection);
    const known = new Set(lists.map((list) => list.name));
    const used = new Set(projects.flatMap((project) => project.lists));
    expect([...used].filter((list) => !known.has(list))).toEqual([]);
    for (const { name, clause } of lists) if (clause) expect(used, name).toContain(name);
  });

  test('has no project twice', () => {
    expect(new Set(projects.map((project) => normalName(project.name))).size).toBe(projects.length);
    const codes = projects.flatMap((project) => project.code ?? []);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('shows every case of the progress light', () => {
    expect(
      counts((plan, done) => done * 10n >= plan * 9n),
      'green',
    ).toBeGreaterThan(5);
    expect(
      counts((plan, done) => done > plan),
      'over plan',
    ).toBeGreaterThan(1);
    expect(
      counts((plan, done) => done * 10n < plan * 9n && done * 10n >= plan * 7n),
      'yellow',
    ).toBeGreaterThan(1);
    expect(
      counts((plan, done) => done * 10n < plan * 7n),
      'red',
    ).toBeGreaterThan(1);
    expect(standing.filter(({ done }) => done === undefined).length, 'grey').toBeGreaterThan(1);
    expect(standing.filter(({ plan }) => plan === 0n).length, 'no plan yet').toBeGreaterThan(0);
  });

  test('has projects exactly on a border and one 百元 below it', () => {
    for (const tenths of [9n, 7n]) {
      expect(
        counts((plan, done) => done * 10n === plan * tenths),
        `on ${tenths}/10`,
      ).toBeGreaterThan(0);
      expect(
        counts((plan, done) => (done + 10_000n) * 10n === plan * tenths),
        `below ${tenths}/10`,
      ).toBeGreaterThan(0);
    }
  });

  test('has late starts, missing statistics entries and projects in preparation', () => {
    const of = reports.filter((report) => report.month === last);
    expect(of.filter((report) => report.started === false).length).toBeGreaterThan(1);
    expect(of.filter((report) => report.started && report.entered === false).length).toBeGreaterThan(0);
    expect(projects.length - lit.length).toBeGreaterThan(2);
  });

  test('adds up: totals cover the plans, reported sums never fall', () => {
    for (const { name, totalFen, doneBeforeFen, planYearFen } of projects) {
      expect(doneBeforeFen + planYearFen <= totalFen, name).toBe(true);
    }
    const before = new Map<string, bigint>();
    for (const { name, cumFen } of reports) {
      expect((cumFen ?? 0n) >= (before.get(name) ?? 0n), name).toBe(true);
      before.set(name, cumFen ?? 0n);
    }
  });
});
