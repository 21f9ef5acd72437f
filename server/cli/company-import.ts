import { importCompanies } from '../companies/import-companies';
import type { Command } from './command';
import { IMPORT_TAKES, importFile } from './import-file';

export const companyImport: Command = {
  name: 'company import',
  takes: IMPORT_TAKES,
  does: 'make and change companies by external id (externalId, name, plan, region, distributorSupportUrl)',
  run: (args, shell) => importFile(args, shell, importCompanies),
};
