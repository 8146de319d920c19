import { done, type Implementation, implement } from '#http';
import { checkMeasure } from './acts/check-measure.ts';
import { answerResponse, consultUnits, respond } from './acts/consult.ts';
import { handOutReport, handOutSheet } from './acts/hand-out.ts';
import { issueDocument } from './acts/issue.ts';
import {
  previewPublication,
  publicCsv,
  publicDocument,
  publicDocuments,
  publishDocument,
  withdrawPublication,
} from './acts/publication.ts';
import type { PolicyReader } from './acts/reader.ts';
import { reportMeasure } from './acts/report-measure.ts';
import { dropDocument, saveReview, viewReview } from './acts/review.ts';
import { takeDocument } from './acts/take-document.ts';
import { listDocuments, viewDocument } from './acts/view-documents.ts';
import { viewMeasure } from './acts/view-measure.ts';
import * as contract from './contract.ts';
import './permissions.ts';

/** The reader of documents is another feature's; the program hands it in. */
export function measuresRoutes(read: PolicyReader): readonly Implementation[] {
  return [
    implement(contract.publicDocuments, (_input, city) => publicDocuments(city)),
    implement(contract.publicDocument, ({ id }, city) => publicDocument(city, id)),
    implement(contract.publicCsv, ({ id }, city) => publicCsv(city, id)),
    implement(contract.listDocuments, (_input, city) => listDocuments(city)),
    implement(contract.uploadDocument, ({ file }, city) => takeDocument(city, read, file)),
    implement(contract.pasteDocument, ({ text }, city) =>
      takeDocument(city, read, { name: '粘贴的文件.txt', bytes: Buffer.from(text, 'utf8') }),
    ),
    implement(contract.viewDocument, ({ id }, city) => viewDocument(city, id)),
    implement(contract.viewReview, ({ id }, city) => viewReview(city, id)),
    implement(contract.saveReview, (input, city) => saveReview(city, input)),
    implement(contract.consultUnits, (input, city) => consultUnits(city, input)),
    implement(contract.respond, async (input, city) => {
      await respond(city, input);
      return done;
    }),
    implement(contract.answerResponse, async (input, city) => {
      await answerResponse(city, input);
      return done;
    }),
    implement(contract.issueDocument, (input, city) => issueDocument(city, input)),
    implement(contract.dropDocument, async (input, city) => {
      await dropDocument(city, input);
      return done;
    }),
    implement(contract.sheetXlsx, ({ id }, city) => handOutSheet(city, id, 'xlsx')),
    implement(contract.sheetDocx, ({ id }, city) => handOutSheet(city, id, 'docx')),
    implement(contract.reportDocx, ({ id }, city) => handOutReport(city, id, 'docx')),
    implement(contract.reportPdf, ({ id }, city) => handOutReport(city, id, 'pdf')),
    implement(contract.previewPublication, ({ id }, city) => previewPublication(city, id)),
    implement(contract.publishDocument, (input, city) => publishDocument(city, input)),
    implement(contract.withdrawPublication, (input, city) => withdrawPublication(city, input)),
    implement(contract.viewMeasure, ({ id }, city) => viewMeasure(city, id)),
    implement(contract.reportMeasure, (input, city) => reportMeasure(city, input)),
    implement(contract.checkMeasure, (input, city) => checkMeasure(city, input)),
  ];
}
