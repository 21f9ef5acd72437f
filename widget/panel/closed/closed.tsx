import { fill } from '../model/fill';
import { laterTexts } from '../texts/later';
import type { ViewProps } from '../views/lazy-view';

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Why somebody cannot write to support, and what to do instead. */
export function View({ panel: { state, boot } }: ViewProps) {
  const texts = laterTexts(state.locale);
  const { access } = state;
  if (access.kind === 'nobody') return <p class="notice">{texts.nobody}</p>;
  if (access.kind !== 'refused') return null;
  const { code, details } = access;
  if (code !== 'not_staff')
    return (
      <p class="notice" role="alert">
        {texts.served[code] ?? fill(texts.signIn, { code })}{' '}
        {boot.supportEmail && fill(texts.mail, { email: boot.supportEmail })}
      </p>
    );
  const link = textOf(details.supportUrl);
  return (
    <p class="notice">
      {fill(texts.distributor, { company: textOf(details.company) })}{' '}
      {/^https?:/.test(link) && (
        <a href={link} target="_blank" rel="noopener">
          {texts.distributorLink}
        </a>
      )}
    </p>
  );
}
