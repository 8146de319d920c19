import * as organisations from '../../../features/organisations/contract.ts';
import { officeAsked, type RouteCase, routeCase } from './case.ts';

const fromOn = '2023-06-01';

export const organisationCases: readonly RouteCase[] = [
  routeCase(organisations.listOrganisations, 'nothing', () => ({})),
  routeCase(organisations.findPeople, 'nothing', () => ({ text: '负责人' })),
  routeCase(organisations.readOrganisation, 'organisation', (asking) => ({ id: officeAsked(asking).orgId })),
  routeCase(organisations.addOrganisation, 'city', ({ city }) => ({
    ...{ name: '新设单位', kind: 'department', parentId: city.planningId, officialOrder: 990 },
  })),
  routeCase(organisations.editOrganisation, 'organisation', (asking) => ({
    ...{ id: officeAsked(asking).orgId, version: 1, officialOrder: 5, reason: '调整排序' },
  })),
  routeCase(organisations.addPost, 'organisation', (asking) => ({
    id: officeAsked(asking).orgId,
    title: '科长',
  })),
  routeCase(organisations.editPost, 'organisation', (asking) => ({
    ...{ id: officeAsked(asking).postId, version: 1, title: '主任' },
  })),
  routeCase(organisations.addPerson, 'organisation', (asking) => ({
    id: officeAsked(asking).orgId,
    name: '新人',
  })),
  routeCase(organisations.editPerson, 'organisation', (asking) => ({
    ...{ id: officeAsked(asking).personId, version: 1, name: '改名' },
  })),
  routeCase(organisations.appoint, 'organisation', {
    本单位人员: (asking) => {
      const { personId, freePostId } = officeAsked(asking);
      return { id: personId, postId: freePostId, fromOn };
    },
    外单位人员: (asking) => ({
      ...{ id: asking.other.offices.district.personId, postId: officeAsked(asking).freePostId, fromOn },
    }),
  }),
  routeCase(organisations.endAppointment, 'organisation', (asking) => ({
    ...{ id: officeAsked(asking).appointmentId, toOn: fromOn },
  })),
  routeCase(organisations.personPhone, 'organisation', (asking) => ({ id: officeAsked(asking).personId })),
];
