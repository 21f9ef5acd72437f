import type { Locale } from '@beseda/shared/domain/words';
import type { Services } from '../context/context';

/** The page of a request in «Мои обращения»; who has not signed in is led there after it. */
export function requestUrl(
  { environment }: Pick<Services, 'environment'>,
  { locale, number }: { locale: Locale; number: number },
): string {
  return `${environment.publicUrl}/help/${locale}/requests/${number}`;
}
