import { type Implementation, implement } from '#http';
import { ensureAsked } from '#kernel/document-flow';
import { archiveCopy } from './acts/archive-copy.ts';
import { composeBulletin } from './acts/compose-bulletin.ts';
import { downloadBulletin, downloadSealedCopy } from './acts/download-bulletin.ts';
import { issueBulletin, numberBulletin, releaseBulletin, sealBulletin } from './acts/issue-bulletin.ts';
import { publicBulletinPdf, publicBulletins } from './acts/public-bulletins.ts';
import { saveWording } from './acts/save-wording.ts';
import { takeStep } from './acts/take-step.ts';
import { bulletinRows, listBulletins, viewBulletin } from './acts/view-bulletin.ts';
import * as contract from './contract.ts';
import { flowNames } from './texts.ts';
import './permissions.ts';

const moved = async (edition: Promise<number>) => ({ edition: await edition });

export const bulletinsRoutes: readonly Implementation[] = [
  implement(contract.listBulletins, (_input, city) => listBulletins(city)),
  implement(contract.composeBulletin, (input, city) => composeBulletin(city, input)),
  implement(contract.viewBulletin, ({ id }, city) => viewBulletin(city, id)),
  implement(contract.bulletinRows, (input, city) => bulletinRows(city, input)),
  implement(contract.saveWording, (input, city) => moved(saveWording(city, input))),
  implement(contract.submitBulletin, (input, city) => moved(takeStep(city, 'submit', input))),
  implement(contract.returnBulletin, (input, city) => moved(takeStep(city, 'return', input))),
  implement(contract.checkBulletin, ({ offices, ...turn }, city) =>
    moved(takeStep(city, 'check', turn, () => ({ offices: namesIn(offices) }))),
  ),
  implement(contract.countersignBulletin, ({ office, signer, ...turn }, city) =>
    moved(
      takeStep(city, 'countersign', turn, ({ standing }) => {
        ensureAsked(standing, office.trim(), flowNames);
        return { office: office.trim(), signer: signer.trim() };
      }),
    ),
  ),
  implement(contract.signBulletin, (input, city) => moved(takeStep(city, 'sign', input))),
  implement(contract.numberBulletin, (input, city) => moved(numberBulletin(city, input))),
  implement(contract.sealBulletin, ({ file, ...turn }, city) => moved(sealBulletin(city, turn, file))),
  implement(contract.issueBulletin, (input, city) => moved(issueBulletin(city, input))),
  implement(contract.archiveBulletin, ({ archiveNumber, ...turn }, city) =>
    moved(takeStep(city, 'archive', turn, () => ({ archiveNumber: archiveNumber?.trim() || null }))),
  ),
  implement(contract.releaseBulletin, (input, city) => moved(releaseBulletin(city, input))),
  implement(contract.bulletinPdf, ({ id }, city) => downloadBulletin(city, id, 'pdf')),
  implement(contract.bulletinDocx, ({ id }, city) => downloadBulletin(city, id, 'docx')),
  implement(contract.archiveCopy, ({ id }, city) => archiveCopy(city, id)),
  implement(contract.publicBulletins, (_input, city) => publicBulletins(city)),
  implement(contract.publicBulletinPdf, ({ id }, city) => publicBulletinPdf(city, id)),
  implement(contract.sealedCopy, ({ id }, city) => downloadSealedCopy(city, id)),
];

function namesIn(offices: readonly string[]): string[] {
  return [...new Set(offices.map((office) => office.trim()).filter((office) => office !== ''))];
}
