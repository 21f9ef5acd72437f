import type { Http } from '@beseda/shared/client/http';
import type { Locale } from '@beseda/shared/domain/words';
import type { ArticleView } from '@beseda/shared/protocol/http';

export type ArticleTitle = Pick<ArticleView, 'title' | 'url'>;
/** Title and address of an article, asked for once; null when there is none or nobody answers. */
export type FindArticle = (number: number, locale: Locale) => Promise<ArticleTitle | null>;

export function createArticleTitles(http: Http): FindArticle {
  const asked = new Map<string, Promise<ArticleTitle | null>>();

  async function ask(number: number, locale: Locale, key: string): Promise<ArticleTitle | null> {
    const ack = await http<ArticleView>('GET', `/articles/${number}?locale=${locale}`);
    if (ack.ok) return ack.data;
    asked.delete(key);
    return null;
  }

  return (number, locale) => {
    const key = `${locale} ${number}`;
    const answer = asked.get(key) ?? ask(number, locale, key);
    asked.set(key, answer);
    return answer;
  };
}
