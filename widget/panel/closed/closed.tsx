import { fill } from '../model/fill';
import type { Panel } from '../model/panel';
import { laterTexts } from '../texts/later';
import { step } from '../views/ask';
import type { ViewProps } from '../views/lazy-view';
import { Suggestions } from '../views/suggestions';

/** For those who cannot write to support: why, what to do instead, and the public articles. */
export function View({ panel }: ViewProps) {
  const texts = laterTexts(panel.state.locale);
  return (
    <div class="ask" onKeyDown={step}>
      <Reason panel={panel} />
      <input
        type="search"
        class="search"
        aria-label={texts.search}
        placeholder={texts.search}
        value={panel.draft().text}
        maxLength={200}
        data-focus
        data-step
        onInput={({ currentTarget }) => panel.write('new', { text: currentTarget.value })}
      />
      <Suggestions panel={panel} />
    </div>
  );
}

function Reason({ panel: { state, boot } }: { panel: Panel }) {
  const texts = laterTexts(state.locale);
  const { access } = state;
  if (access.kind !== 'refused') return <p class="notice">{texts.nobody}</p>;
  const { code, details } = access;
  if (code === 'not_staff') {
    const link = typeof details.supportUrl === 'string' ? details.supportUrl : '';
    return (
      <p class="notice">
        {fill(texts.distributor, { company: typeof details.company === 'string' ? details.company : '' })}
        {/^https?:/.test(link) && (
          <>
            {' '}
            <a href={link} target="_blank" rel="noopener">
              {texts.distributorLink}
            </a>
          </>
        )}
      </p>
    );
  }
  return (
    <p class="notice" role="alert">
      {fill(texts.signIn, { code })} {boot.supportEmail && fill(texts.mail, { email: boot.supportEmail })}
    </p>
  );
}
