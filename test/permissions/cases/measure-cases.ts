import * as measures from '../../../features/measures/contract.ts';
import type { RouteCase } from './case.ts';
import { type Asking, officeAsked, routeCase } from './case.ts';

const nobody = '01890000-0000-7000-8000-00000000eeee';
const reason = '工作需要';
const text = '关于扩大投资的措施\n（一）建设厂房。到2023年年底建设厂房3栋。（责任单位：市工业局）';

type Held = 'review' | 'ready' | 'open' | 'issued';

/** A document of the side, as it was last seen. */
function the(name: Held, more: (asking: Asking) => object = () => ({})) {
  return (asking: Asking) => {
    const { id, version } = asking.side.policies[name];
    return { id, version, ...more(asking) };
  };
}

const only = (name: Held) => (asking: Asking) => ({ id: asking.side.policies[name].id });

/** The measure of the side that is being carried out. */
const measure =
  (more: object) =>
  ({ side }: Asking) => ({
    id: side.policies.issued.measureId,
    version: side.policies.issued.measureVersion,
    ...more,
  });

export const measureCases: readonly RouteCase[] = [
  routeCase(measures.publicDocuments, 'nothing', () => ({})),
  routeCase(measures.publicDocument, 'nothing', ({ city }) => ({ id: city.sides.east.policies.issued.id })),
  routeCase(measures.publicCsv, 'nothing', ({ city }) => ({ id: city.sides.east.policies.issued.id })),
  routeCase(measures.listDocuments, 'nothing', () => ({})),
  routeCase(measures.uploadDocument, 'nothing', () => ({
    file: { name: '措施.txt', bytes: Buffer.from(text, 'utf8') },
  })),
  routeCase(measures.pasteDocument, 'nothing', () => ({ text })),
  routeCase(measures.viewDocument, 'organisation', { 征求意见: only('open'), 已印发: only('issued') }),
  routeCase(measures.viewReview, 'city', only('review')),
  routeCase(
    measures.saveReview,
    'city',
    the('review', ({ side }) => ({ draft: side.policies.review.draft })),
  ),
  routeCase(measures.consultUnits, 'city', the('review')),
  routeCase(
    measures.dropDocument,
    'city',
    the('review', () => ({ reason })),
  ),
  routeCase(measures.respond, 'organisation', (asking) => ({
    ...{ id: asking.side.policies.open.id, orgId: officeAsked(asking).orgId, agrees: true },
  })),
  routeCase(measures.answerResponse, 'city', ({ side }) => ({
    ...{
      id: side.policies.open.id,
      responseId: side.policies.open.responseId,
      accepted: true,
      answer: '采纳',
    },
  })),
  routeCase(measures.issueDocument, 'city', the('ready')),
  routeCase(measures.sheetXlsx, 'organisation', only('issued')),
  routeCase(measures.sheetDocx, 'organisation', only('issued')),
  routeCase(measures.reportDocx, 'organisation', only('issued')),
  // Printing needs typefaces that not every machine has: a document that is not there is asked for.
  routeCase(measures.reportPdf, 'nothing', () => ({ id: nobody })),
  routeCase(measures.previewPublication, 'city', only('issued')),
  routeCase(
    measures.publishDocument,
    'city',
    the('issued', () => ({ reviewedBy: '审查人', opinion: '可以公开' })),
  ),
  routeCase(measures.withdrawPublication, 'city', (asking) => ({ ...only('issued')(asking), reason })),
  routeCase(measures.viewMeasure, 'organisation', ({ side }) => ({ id: side.policies.issued.measureId })),
  routeCase(
    measures.reportMeasure,
    'organisation',
    measure({ progress: '已开工三栋', standing: 'on-course', evidence: [], figures: [] }),
  ),
  routeCase(
    measures.checkMeasure,
    'city',
    measure({ verdict: 'on-course', seen: '现场照片', checkNote: '情况属实' }),
  ),
];
