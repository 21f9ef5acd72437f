import type { AgentConversation } from '@beseda/shared/domain/event';
import type { Locale } from '@beseda/shared/domain/words';
import { Avatar } from '@beseda/shared/ui/avatar';
import { Time } from '@beseda/shared/ui/time';
import { useNow } from '../../hooks/use-now';
import { useTexts } from '../contexts';
import { Icon } from '../icons';
import { Splitter } from '../shell/splitter';
import { ClocksSection } from './clocks-section';
import { EvidenceList } from './evidence-list';
import { Fact } from './fact';
import { FollowersSection } from './followers-section';
import { MailMark } from './mail-mark';
import { PageSection } from './page-section';
import { Properties } from './properties';
import { RatingSection } from './rating-section';
import { ReportSection } from './report-section';
import { SuggestedSection } from './suggested-section';
import { AcceptanceSection, LinksSection } from './topics-section';

/** Who asks, what the ticket is, where it came from, and what had been suggested before it was written. */
export function DetailsPane({
  conversation,
  onBack,
}: {
  conversation: AgentConversation;
  onBack: () => void;
}) {
  const { texts, locale } = useTexts();
  const now = useNow();
  return (
    <aside class="details" aria-label={texts.details.label}>
      <Splitter pane="detailsWidth" />
      <div class="details-scroll">
        <header class="details-head">
          <button type="button" class="icon-button back" aria-label={texts.app.back} onClick={onBack}>
            <Icon name="back" />
          </button>
          <h2>{texts.details.label}</h2>
        </header>
        <Asker conversation={conversation} />
        <Properties conversation={conversation} />
        <FollowersSection key={conversation.id} conversation={conversation} />
        {conversation.acceptBy && <AcceptanceSection acceptBy={conversation.acceptBy} />}
        {conversation.links.length > 0 && <LinksSection links={conversation.links} />}
        <ClocksSection conversation={conversation} />
        {conversation.rating?.score && (
          <RatingSection rating={conversation.rating} score={conversation.rating.score} />
        )}
        {conversation.report && <ReportSection report={conversation.report} />}
        {conversation.page && <PageSection page={conversation.page} />}
        <EvidenceList conversation={conversation} />
        <SuggestedSection key={`articles ${conversation.id}`} conversation={conversation} />
        <p class="details-foot">
          {texts.details.created} <Time at={conversation.createdAt} now={now} locale={locale} focusable />{' '}
          {texts.ticket.via(texts.channels[conversation.channel])}
        </p>
      </div>
    </aside>
  );
}

function Asker({ conversation }: { conversation: AgentConversation }) {
  const { texts, locale } = useTexts();
  const words = texts.details;
  const { id, name, email, role, company } = conversation.requester;
  return (
    <section class="details-part" aria-label={words.asker}>
      <div class="asker">
        <Avatar name={name} size="large" />
        <div>
          <p class="asker-name">{name}</p>
          {email && <a href={`mailto:${email}`}>{email}</a>}
        </div>
      </div>
      {email && <MailMark key={id} personId={id} conversationId={conversation.id} />}
      <dl class="facts">
        <Fact name={words.company} value={company.name} />
        <Fact name={words.plan} value={company.plan && capitalise(company.plan)} />
        <Fact name={words.role} value={texts.roles[role]} />
        <Fact name={words.region} value={company.region && regionName(company.region, locale)} />
      </dl>
    </section>
  );
}

const capitalise = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** The name of an ISO 3166 code; anything else as it is. */
function regionName(region: string, locale: Locale): string {
  if (!/^[A-Z]{2}$/.test(region)) return region;
  return new Intl.DisplayNames(locale, { type: 'region' }).of(region) ?? region;
}
