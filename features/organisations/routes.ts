import { nameActions } from '#access';
import { done, implement } from '#http';
import { addOrganisation, editOrganisation } from './acts/edit-organisation.ts';
import * as people from './acts/edit-people.ts';
import { readDifference, settleDifference } from './acts/pack-difference.ts';
import { listOrganisations, readOrganisation } from './acts/read-organisations.ts';
import * as contract from './contract.ts';
import './permissions.ts';

/** Acts that no permission names, as the list of audit rows shows them. */
nameActions({
  'organisation.settle': '处理单位与市包的差异',
  'person.add': '登记人员',
  'person.appoint': '任职',
  'person.dismiss': '免职',
  'post.add': '新增岗位',
  'post.edit': '修改岗位',
});

const organisationRoutes = [
  implement(contract.listOrganisations, ({ asOf }, city) => listOrganisations(city, asOf)),
  implement(contract.readOrganisation, ({ id }, city) => readOrganisation(city, id)),
  implement(contract.addOrganisation, async (input, city) => ({ orgId: await addOrganisation(city, input) })),
  implement(contract.readDifference, (_input, city) => readDifference(city)),
  implement(contract.settleDifference, async (input, city) => {
    await settleDifference(city, input);
    return done;
  }),
  implement(contract.editOrganisation, async (input, city) => ({
    version: await editOrganisation(city, input),
  })),
];

const peopleRoutes = [
  implement(contract.findPeople, ({ text }, city) => people.findPeople(city, text)),
  implement(contract.addPerson, async (input, city) => ({ personId: await people.addPerson(city, input) })),
  implement(contract.editPerson, async (input, city) => ({ version: await people.editPerson(city, input) })),
  implement(contract.personPhone, async ({ id }, city) => ({ phone: await people.revealPhone(city, id) })),
  implement(contract.addPost, async (input, city) => ({ postId: await people.addPost(city, input) })),
  implement(contract.editPost, async (input, city) => ({ version: await people.editPost(city, input) })),
  implement(contract.appoint, async (input, city) => ({ appointmentId: await people.appoint(city, input) })),
  implement(contract.endAppointment, async (input, city) => {
    await people.endAppointment(city, input);
    return done;
  }),
];

export const organisationsRoutes = [...organisationRoutes, ...peopleRoutes];
