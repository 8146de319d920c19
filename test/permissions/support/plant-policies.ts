import type { City } from '#access';
import { actOnMatter, type MatterId } from '#engines/matters';
import * as measures from '../../../features/measures/contract.ts';
import type { Client } from '../../../packages/http/make-client.ts';
import type { Offices } from './fill-side.ts';
import type { OpenedProgram } from './open-program.ts';

type Callers = {
  readonly clerk: Client;
  readonly head: Client;
  /** Of the side's district and of its department. */
  readonly units: readonly [Client, Client];
};

type Side = { readonly name: string; readonly offices: Offices };

const sourceOf = (number: string) =>
  [
    '关于扩大有效投资的若干措施',
    `东政发〔2023〕${number}号`,
    '（一）新建标准厂房。到2023年年底，新建厂房10栋。（责任单位：市工业局）',
    '（二）优化审批服务。对重点项目开通绿色通道。（责任单位：市工业局）',
    '2023年3月1日',
  ].join('\n');

/** Of each side a document in every state: reviewed, asked about with an objection, ready, issued and published. */
export async function plantPolicies(
  program: OpenedProgram,
  cityId: number,
  callers: Callers,
  { name, offices }: Side,
) {
  const { clerk, head, units } = callers;
  const { district, department } = offices;
  const first = name === 'east' ? 10 : 20;
  const taken = async (number: number) => {
    const { documentId: id } = await clerk(measures.pasteDocument, {
      text: sourceOf(String(first + number)),
    });
    const { draft, version } = await clerk(measures.viewReview, { id });
    const unit = (orgId: string) => ({
      ...{ name: '责任单位', orgs: [orgId as never], known: 'person' as const, place: null, confidence: 1 },
    });
    const mine = draft.measures.map((one) => ({
      ...{ ...one, lead: [unit(district.orgId)], support: [unit(department.orgId)] },
    }));
    const saved = { ...draft, measures: mine };
    await clerk(measures.saveReview, { id, version, draft: saved });
    return { id, version: version + 1, draft: saved };
  };
  const asked = async (number: number) => {
    const { id, version } = await taken(number);
    await clerk(measures.consultUnits, { id, version });
    return { id, version: version + 1 };
  };
  const agreed = async (number: number) => {
    const one = await asked(number);
    for (const [at, { orgId }] of [district, department].entries())
      await units[at]!(measures.respond, { id: one.id, orgId, agrees: true });
    return one;
  };
  const review = await taken(1);
  const open = await asked(2);
  await units[0](measures.respond, { id: open.id, orgId: district.orgId, agrees: false, text: '期限过紧' });
  const { responses } = await clerk(measures.viewDocument, { id: open.id });
  const ready = await agreed(3);
  const { id, version } = await agreed(4);
  await clerk(measures.issueDocument, { id, version });
  const { lines } = await clerk(measures.viewDocument, { id });
  const { measureId, matterId } = lines[0]!.tracked!;
  await program.inCity(cityId, (city) => decompose(city, matterId as MatterId));
  const figures = [{ target: 0, onDay: '2023-06-01' as const, value: 2 }];
  const report = { progress: '已开工两栋', standing: 'on-course', evidence: [], figures };
  await units[0](measures.reportMeasure, { id: measureId as never, version: 2, ...report });
  const published = { id, version: version + 1, reviewedBy: '审查人', opinion: '可以公开' };
  await head(measures.publishDocument, published);
  return {
    ...{ review, ready, open: { ...open, responseId: responses[0]!.responseId } },
    issued: { id, version: version + 1, measureId, measureVersion: 3 },
  };
}

function decompose(city: City, matterId: MatterId) {
  return actOnMatter(city, {
    ...{ matterId, version: undefined, action: 'decompose', given: { plan: '分批建设' } },
    seats: () => ['lead'],
  });
}
