import type { ForeignBase, SavedAnswer, Source } from './foreign-base';
import { readHelpScout } from './read-helpscout';
import { readKayako } from './read-kayako';
import { readZendesk } from './read-zendesk';

const READERS: Readonly<Record<Source, (answers: readonly SavedAnswer[]) => ForeignBase>> = {
  zendesk: readZendesk,
  helpscout: readHelpScout,
  kayako: readKayako,
};

export function readHelpCentre(source: Source, answers: readonly SavedAnswer[]): ForeignBase {
  return READERS[source](answers);
}
