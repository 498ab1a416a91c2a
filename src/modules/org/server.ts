import type { ServerModule } from '#server/module.ts';
import { addExportPages } from './export/export-pages.ts';
import { mountDepartments } from './handlers/departments.ts';
import { mountDuties } from './handlers/duties.ts';
import { mountNames } from './handlers/names.ts';
import { mountPeople } from './handlers/people.ts';
import { mountPlaces } from './handlers/places.ts';
import { mountPositions } from './handlers/positions.ts';
import { mountSubstitutions } from './handlers/substitutions.ts';
import { mountUnits } from './handlers/units.ts';
import { actions, errors, fields, permissions, records, topics } from './text.ts';

/** Units, divisions, posts, people, duties and who stands in for whom. */
export const orgModule: ServerModule = {
  name: 'org',
  errors,
  permissions,
  topics,
  actions,
  fields,
  records,
  inSessions: {
    person: 'this-person',
    position: 'everybody',
    'position-holder': 'everybody',
    substitution: 'everybody',
  },
  routes: (mount) => {
    mountUnits(mount);
    mountDepartments(mount);
    mountPositions(mount);
    mountPeople(mount);
    mountDuties(mount);
    mountNames(mount);
    mountSubstitutions(mount);
    mountPlaces(mount);
  },
  pages: addExportPages,
};
