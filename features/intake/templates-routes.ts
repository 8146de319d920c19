import { implement } from '#http';
import { fillTemplate, listTemplates, takeTemplate, viewTemplate } from './acts/templates.ts';
import * as contract from './contract/templates.ts';
import './permissions.ts';

export const templatesRoutes = [
  implement(contract.takeTemplate, ({ file }, city) => takeTemplate(city, file)),
  implement(contract.listTemplates, async (_input, city) => ({ files: await listTemplates(city) })),
  implement(contract.viewTemplate, (ask, city) => viewTemplate(city, ask)),
  implement(contract.fillTemplate, (ask, city) => fillTemplate(city, ask)),
];
