import type { PageData, PortalRefusal, PortalView } from '@beseda/shared/domain/page-data';
import type { Locale } from '@beseda/shared/domain/words';
import { REQUESTS_TEXTS, type RequestsTexts } from './requests-texts';
import { TEXTS } from './texts';

interface Props {
  locale: Locale;
  data: Extract<PageData, { page: 'requests' }>;
}

/** «Мои обращения»: where the requests are drawn; the way in, which needs no scripts; and who is let in. */
export function RequestsPage({ locale, data: { view, refused } }: Props) {
  const texts = REQUESTS_TEXTS[locale];
  return (
    <main id="content" class={view.is === 'requests' ? 'wide' : 'narrow'}>
      <div id="portal">
        {refused && isFinal(refused) ? (
          <NotServed locale={locale} refused={refused} />
        ) : (
          <View locale={locale} texts={texts} view={view} refused={refused} />
        )}
      </div>
    </main>
  );
}

/** For these another try is of no use. */
const isFinal = ({ code }: PortalRefusal) =>
  ['not_staff', 'company_suspended', 'person_blocked'].includes(code);

interface ViewProps {
  locale: Locale;
  texts: RequestsTexts;
  view: PortalView;
  refused: PortalRefusal | null;
}

function View({ locale, texts, view, refused }: ViewProps) {
  switch (view.is) {
    case 'requests':
      return (
        <>
          <h1>{TEXTS[locale].requests}</h1>
          <noscript>
            <p>{texts.noScript}</p>
          </noscript>
          <p class="needs-script" role="status">
            {texts.loading}
          </p>
        </>
      );
    case 'sign-in':
      return <SignIn locale={locale} view={view} refused={refused} />;
    case 'asked':
      return (
        <>
          <h1>{texts.asked}</h1>
          <p>{texts.askedLead}</p>
          <p>{texts.askedHint}</p>
          <p class="soft">{texts.askedNothing}</p>
          <p>
            <a href={`/help/${locale}/requests${view.to && `/${view.to}`}`}>{texts.again}</a>
          </p>
        </>
      );
    case 'confirm':
      return <Confirm locale={locale} view={view} />;
  }
}

function SignIn({
  locale,
  view: { to, email, invalid },
  refused,
}: {
  locale: Locale;
  view: Extract<PortalView, { is: 'sign-in' }>;
  refused: PortalRefusal | null;
}) {
  const texts = REQUESTS_TEXTS[locale];
  return (
    <>
      <h1>{TEXTS[locale].requests}</h1>
      {refused && (
        <p class="notice" role="alert">
          {explain(texts, refused.code)}
        </p>
      )}
      <p>{texts.lead}</p>
      <p>{texts.fromSystem}</p>
      <form class="stack" method="post" action={`/help/${locale}/requests/sign-in`}>
        <input type="hidden" name="to" value={to} />
        <label for="email">{texts.email}</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="email"
          maxLength={320}
          required
          value={email}
          aria-invalid={invalid ? 'true' : undefined}
          aria-describedby={invalid ? 'email-problem email-hint' : 'email-hint'}
          autofocus={invalid}
        />
        {invalid && (
          <p class="problem" id="email-problem">
            {texts.invalid}
          </p>
        )}
        <button type="submit">{texts.send}</button>
        <p class="soft" id="email-hint">
          {texts.sendHint}
        </p>
      </form>
      <p class="soft">{texts.served}</p>
    </>
  );
}

/** The form comes from our own page now: the token is spent by it. */
function Confirm({ locale, view }: { locale: Locale; view: Extract<PortalView, { is: 'confirm' }> }) {
  const texts = REQUESTS_TEXTS[locale];
  const { app, token, to, name, company } = view;
  return (
    <>
      <h1>{texts.confirm}</h1>
      <p>{texts.confirmLead.replace('{name}', () => name).replace('{company}', () => company)}</p>
      <form class="stack" method="post" action="/help/session">
        <input type="hidden" name="app" value={app} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="to" value={to} />
        <input type="hidden" name="locale" value={locale} />
        <button type="submit">{texts.goOn}</button>
      </form>
      <p class="soft">{texts.confirmAdvice}</p>
    </>
  );
}

function NotServed({ locale, refused }: { locale: Locale; refused: PortalRefusal }) {
  const texts = REQUESTS_TEXTS[locale];
  const { code, company, supportUrl } = refused;
  const [title, lead] =
    code === 'not_staff'
      ? [texts.notStaff, texts.notStaffLead]
      : code === 'company_suspended'
        ? [texts.suspended, texts.suspendedLead]
        : [texts.blocked, texts.blockedLead];
  return (
    <>
      <h1>{title}</h1>
      <p>{lead}</p>
      {company && <p>{texts.notStaffNamed.replace('{company}', () => company)}</p>}
      {supportUrl && (
        <p>
          <a href={supportUrl} rel="noreferrer">
            {texts.companySupport}
          </a>
        </p>
      )}
      <p>
        <a href={`/help/${locale}`}>{texts.home}</a>
      </p>
    </>
  );
}

function explain(texts: RequestsTexts, code: string): string {
  switch (code) {
    case 'link_spent':
      return texts.spent;
    case 'session_required':
    case 'session_ended':
      return texts.ended;
    case 'too_many_requests':
      return texts.tooMany;
    case 'app_disabled':
      return texts.appOff;
    case 'origin_not_allowed':
      return texts.otherSite;
    default:
      return texts.failed.replace('{code}', () => code);
  }
}
