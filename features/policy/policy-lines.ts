import type { PolicyDocument, PolicyMeasure } from './domain/policy-document.ts';
import type { Target } from './domain/target.ts';

/** A document as a person reads it in a terminal. */
export function policyLines({ document, chapters, measures, doubts }: PolicyDocument): string[] {
  const { title, docNumber, issuer, issueDate, effectiveDate, expiryDate } = document;
  const dates = [
    issueDate && `成文 ${issueDate}`,
    effectiveDate && `施行 ${effectiveDate}`,
    expiryDate && `有效期至 ${expiryDate}`,
  ].filter((one) => one);
  const lines = [
    title ?? '（没有找到标题）',
    [docNumber, issuer, ...dates].filter((one) => one).join('  '),
    '',
  ];
  let chapter: string | null | undefined;
  for (const measure of measures) {
    if (measure.chapter !== chapter && measure.chapter !== null) lines.push(measure.chapter);
    chapter = measure.chapter;
    lines.push(...measureLines(measure));
  }
  const sets = chapters.flatMap(({ title: name, targets }) =>
    targets.map((target) => `  ${name}：${targetLine(target)}`),
  );
  if (sets.length > 0) lines.push('', '不属于某一条措施的目标', ...sets);
  lines.push(
    '',
    `共 ${measures.length} 条措施，${measures.reduce((sum, one) => sum + one.targets.length, 0)} 个目标，存疑 ${doubts.length} 处`,
  );
  for (const { place, text } of doubts) lines.push(`  第${place.line}行：${text}`);
  return lines;
}

function measureLines({
  no,
  title,
  leadUnits,
  responsibleUnits,
  targets,
  cadences,
}: PolicyMeasure): string[] {
  const said = (name: string, values: readonly string[]) =>
    values.length > 0 ? [`      ${name}：${values.join('、')}`] : [];
  return [
    `  ${no} ${title}`,
    ...said('牵头', leadUnits),
    ...said('责任', responsibleUnits),
    ...targets.map((target) => `      目标：${targetLine(target)}`),
    ...said(
      '节奏',
      cadences.map(({ phrase }) => phrase),
    ),
  ];
}

const signs = { eq: '', gte: '≥', lte: '≤', approx: '约' } as const;

function targetLine({
  phrase,
  value,
  valueMin,
  unit,
  comparator,
  deadline,
  deadlineText,
  deadlineInherited,
}: Target): string {
  const number =
    value === null
      ? ''
      : `${comparator ? signs[comparator] : ''}${valueMin === undefined ? '' : `${valueMin}—`}${value}${unit ?? ''}`;
  const due = deadline ? `${deadline}${deadlineInherited ? '（沿用前文时限）' : ''}` : (deadlineText ?? '');
  return [number, due, phrase].filter((one) => one !== '').join('  ');
}
