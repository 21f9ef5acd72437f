import { checkFile } from '@beseda/shared/client/check-file';
import { holdFile } from '@beseda/shared/client/hold-file';
import { FILE_TYPES, LIMITS } from '@beseda/shared/domain/limits';
import type { Locale } from '@beseda/shared/domain/words';
import { formatSize } from '@beseda/shared/ui/attachments';
import { useState } from 'preact/hooks';
import type { Texts } from '../locales/ru';
import type { Draft } from '../model/drafts';
import { useDesk, useTexts } from '../views/contexts';

/** Takes files into a draft; `problem` says which were not taken, and what is. */
export function useAttaching(
  draft: Draft,
  change: (changes: Partial<Draft>) => void,
): { attach: (files: readonly File[]) => Promise<void>; problem: string } {
  const { texts, locale } = useTexts();
  const { store, agent } = useDesk();
  const [problem, setProblem] = useState('');

  async function attach(files: readonly File[]): Promise<void> {
    const held = [...draft.files];
    const problems: string[] = [];
    for (const file of files) {
      const refusal = checkFile(file, held.length);
      if (refusal === null) held.push(await holdFile(store, agent.id, file));
      else problems.push(explain(refusal, file.name, texts, locale));
    }
    setProblem([...new Set(problems)].join('. '));
    change({ files: held });
  }
  return { attach, problem };
}

function explain(
  refusal: NonNullable<ReturnType<typeof checkFile>>,
  name: string,
  { composer }: Texts,
  locale: Locale,
): string {
  switch (refusal) {
    case 'too_many_attachments':
      return composer.tooMany(LIMITS.attachmentsPerMessage);
    case 'file_too_large':
      return composer.tooLarge(name, formatSize(LIMITS.fileSize, locale));
    case 'file_empty':
      return composer.empty(name);
    case 'file_type_not_allowed':
      return composer.wrongType(name, Object.values(FILE_TYPES).join(', '));
    default:
      return name;
  }
}
