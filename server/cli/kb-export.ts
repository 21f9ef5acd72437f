import { resolve } from 'node:path';
import { LOCALES } from '@beseda/shared/domain/words';
import { exportArticles } from '../articles/export-articles';
import { type Command, UsageError } from './command';
import { withInstall } from './open-install';
import { readArguments } from './read-arguments';

export const kbExport: Command = {
  name: 'kb export',
  takes: 'DIR [--locale ru|en] [--drafts]',
  does: 'write all articles (with --drafts also those that are being written) into Markdown files that can be taken in again',
  async run(args, shell) {
    const options = { locale: { type: 'string' }, drafts: { type: 'boolean' } } as const;
    const { values, positionals } = readArguments(args, options, ['DIR']);
    const locale = LOCALES.find((known) => known === values.locale);
    if (values.locale !== undefined && !locale) throw new UsageError(`--locale takes ${LOCALES.join(', ')}.`);
    const folder = resolve(shell.cwd, positionals[0] ?? '');
    const { written, drafts, removed } = await withInstall(shell, (install) =>
      exportArticles(install, folder, { locale, drafts: values.drafts }),
    );
    shell.out(
      `${written} written${drafts > 0 ? `, ${drafts} of them drafts` : ''}, ${removed} under former names removed`,
    );
  },
};
