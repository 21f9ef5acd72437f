import { importPeople } from '../people/import-people';
import type { Command } from './command';
import { IMPORT_TAKES, importFile } from './import-file';

export const personImport: Command = {
  name: 'person import',
  takes: IMPORT_TAKES,
  does: 'make and change people of companies (company, sub, name, email, role, locale)',
  run: (args, shell) => importFile(args, shell, importPeople),
};
