import type { ReaderComment } from '@beseda/shared/domain/reader-comment';
import type { Viewer } from '../articles/may-read';
import type { Services } from '../context/context';
import { presentAttachment } from '../conversations/present-event';
import { isRequester, SYSTEM } from '../db/actor';
import { createLinkSigner } from '../files/sign-link';
import { loadComments, type StoredComment } from './load-comments';

const MOST = 200;

/** What stands under an article for this viewer: what is shown, and their own that waits. The oldest first. */
export async function listComments(
  services: Services,
  viewer: Viewer,
  articleNumber: number,
): Promise<ReaderComment[]> {
  if ((await services.settings.get('kb.comments')) === 'off') return [];
  const personId = viewer && isRequester(viewer) ? viewer.personId : null;
  const stored = await services.database.inTransaction(SYSTEM, (tx) =>
    loadComments(tx, {
      where: tx.sql`c.article_number = ${articleNumber}
        and (c.state = 'shown' or (c.state = 'waiting' and c.person_id = ${personId}))`,
      tail: tx.sql`order by c.created_at, c.id limit ${MOST}`,
    }),
  );
  return stored.map((comment) => presentToReader(services, comment));
}

function presentToReader(services: Services, comment: StoredComment): ReaderComment {
  const { id, person, createdAt, locale, text, state, files, answers } = comment;
  const sign = createLinkSigner(services.secrets.fileLinks, services.now);
  return {
    id,
    author: shortenName(person ?? ''),
    at: createdAt,
    locale,
    text,
    files: files.map((file) => presentAttachment(file, sign, { conversationId: null, viewer: 'requester' })),
    waiting: state === 'waiting',
    answers: answers.map((one) => ({ id: one.id, author: one.agent ?? '', at: one.at, text: one.text })),
  };
}

/** «Анна Ковалёва» as «Анна К.»: anybody may read what stands under a public article. */
function shortenName(name: string): string {
  const [first = '', ...others] = name.trim().split(/\s+/);
  const [initial] = others.at(-1) ?? '';
  return initial ? `${first} ${initial}.` : first;
}
