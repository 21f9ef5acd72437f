import { checkFile, fetchFileLimits } from '@beseda/shared/client/check-file';
import { holdFile } from '@beseda/shared/client/hold-file';
import { useState } from 'preact/hooks';
import type { Draft } from '../model/drafts';
import { useDesk, useTexts } from '../views/contexts';
import { explainRefusal } from '../views/ticket/explain-refusal';

/** Takes files into a draft; `problem` says which were not taken, and what is. */
export function useAttaching(
  draft: Draft,
  change: (changes: Partial<Draft>) => void,
): { attach: (files: readonly File[]) => Promise<void>; problem: string } {
  const { texts, locale } = useTexts();
  const { store, agent, http } = useDesk();
  const [problem, setProblem] = useState('');

  async function attach(files: readonly File[]): Promise<void> {
    const limits = await fetchFileLimits(http);
    const held = [...draft.files];
    const problems: string[] = [];
    for (const file of files) {
      const refusal = checkFile(file, held, limits);
      if (refusal === null) held.push(await holdFile(store, agent.id, file));
      else problems.push(explainRefusal(refusal, file.name, texts, locale));
    }
    setProblem([...new Set(problems)].join('. '));
    change({ files: held });
  }
  return { attach, problem };
}
