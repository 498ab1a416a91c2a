import type { FastifyInstance } from 'fastify';
import { addListExport } from '#server/lists/add-list-export.ts';
import type { Services } from '#server/module.ts';
import { exportPaths } from '../contract/exports.ts';
import { listDossiers, listRegister } from '../contract/reads.ts';
import { dossiersSheet, registerSheet } from './dossier-sheets.ts';

/** The lists and the register as Excel and on A4. */
export function addExportPages(app: FastifyInstance, services: Services): void {
  addListExport(app, services, { list: listDossiers, ...exportPaths.dossiers, tag: 'dossiers', make: dossiersSheet });
  addListExport(app, services, { list: listRegister, ...exportPaths.register, tag: 'dossiers', make: registerSheet });
}
