import type { RenderBundle } from '@beseda/shared/protocol/render';
import type { FastifyInstance } from 'fastify';
import type { AppDirectory } from '../apps/find-app';
import type { Services } from '../context/context';
import type { DemoApp } from '../demo/prepare-demo';
import { serveDemo } from '../demo/serve-demo';
import { showMailbox } from '../demo/show-mailbox';
import { showWelcome } from '../demo/show-welcome';
import { agentRoutes } from '../routes/agent-routes';
import { appRoutes } from '../routes/app-routes';
import { articleFileRoutes } from '../routes/article-file-routes';
import { articleRoutes } from '../routes/article-routes';
import { articleTransferRoutes } from '../routes/article-transfer-routes';
import { auditRoutes } from '../routes/audit-routes';
import { calendarRoutes } from '../routes/calendar-routes';
import { callRoutes } from '../routes/call-routes';
import { checkRoutes } from '../routes/check-routes';
import { commentRoutes } from '../routes/comment-routes';
import { companyRoutes } from '../routes/company-routes';
import { contentsRoutes } from '../routes/contents-routes';
import { conversationRoutes } from '../routes/conversation-routes';
import { deskPageRoutes } from '../routes/desk-page-routes';
import { deskRoutes, deskSessionRoutes } from '../routes/desk-routes';
import { explainRoutes } from '../routes/explain-routes';
import { fileRoutes } from '../routes/file-routes';
import { followerRoutes } from '../routes/follower-routes';
import { healthRoutes } from '../routes/health-routes';
import { helpRoutes } from '../routes/help-routes';
import { hostPageRoutes } from '../routes/host-page-routes';
import { iconRoutes } from '../routes/icon-routes';
import { heldMailRoutes, inboundRoutes } from '../routes/inbound-routes';
import { inboundWebhookRoutes } from '../routes/inbound-webhook-routes';
import { noticeChoiceRoutes } from '../routes/mail-choice-routes';
import { mailTemplateRoutes } from '../routes/mail-template-routes';
import { mailboxRoutes } from '../routes/mailbox-routes';
import { manuscriptRoutes } from '../routes/manuscript-routes';
import { outgoingRoutes } from '../routes/outgoing-routes';
import { peopleRoutes } from '../routes/people-routes';
import { phoneNumberRoutes } from '../routes/phone-number-routes';
import { deskPhoneRoutes, phoneRoutes } from '../routes/phone-routes';
import { portalRoutes } from '../routes/portal-routes';
import { previewPageRoutes } from '../routes/preview-page-routes';
import { alertRoutes, promiseRoutes } from '../routes/promise-routes';
import { ratingRoutes } from '../routes/rating-routes';
import { reportRoutes } from '../routes/report-routes';
import { retentionRoutes } from '../routes/retention-routes';
import { ruleRoutes } from '../routes/rule-routes';
import { searchRuleRoutes } from '../routes/search-rule-routes';
import { sessionRoutes } from '../routes/session-routes';
import { settingsRoutes } from '../routes/settings-routes';
import { snippetRoutes } from '../routes/snippet-routes';
import { teamRoutes } from '../routes/team-routes';
import { messageRoutes, ticketRoutes } from '../routes/ticket-routes';
import { titleRoutes } from '../routes/title-routes';
import { topicRoutes } from '../routes/topic-routes';
import { uploadRoutes } from '../routes/upload-routes';
import { widgetRoutes } from '../routes/widget-routes';
import type { Metrics } from './create-metrics';
import { grantPublic } from './grant-public';

/** What the routes need beside the services. */
export interface HttpParts {
  directory: AppDirectory;
  metrics: Metrics;
  render: RenderBundle;
  /** The app of the demo's host page; null: no demo. */
  demo: DemoApp | null;
  onlineAgents(): Promise<ReadonlySet<string>>;
  isClosing(): boolean;
}

/** Every route of a server, in one place. Each file gets an encapsulated scope of its own. */
export async function registerRoutes(
  app: FastifyInstance,
  services: Services,
  parts: HttpParts,
): Promise<void> {
  await app.register(async (scope) => sessionRoutes(scope, services, parts.directory));
  await app.register(async (scope) => titleRoutes(scope, services, parts.directory));
  await app.register(async (scope) => {
    conversationRoutes(scope, services);
    ticketRoutes(scope, services);
    messageRoutes(scope, services);
    calendarRoutes(scope, services);
    deskSessionRoutes(scope, services);
    deskRoutes(scope, services, () => parts.onlineAgents());
    portalRoutes(scope, services);
    promiseRoutes(scope, services);
    topicRoutes(scope, services);
    ratingRoutes(scope, services);
    outgoingRoutes(scope, services);
    noticeChoiceRoutes(scope, services);
    reportRoutes(scope, services);
    explainRoutes(scope, services);
    searchRuleRoutes(scope, services);
    followerRoutes(scope, services);
    inboundRoutes(scope, services);
    inboundWebhookRoutes(scope, services);
    heldMailRoutes(scope, services);
    mailboxRoutes(scope, services);
    hostPageRoutes(scope, services);
    alertRoutes(scope, services);
    phoneRoutes(scope, services);
    deskPhoneRoutes(scope, services);
  });
  await app.register(async (scope) => callRoutes(scope, services));
  await app.register(async (scope) => {
    companyRoutes(scope, services);
    appRoutes(scope, services);
    peopleRoutes(scope, services);
    teamRoutes(scope, services);
    contentsRoutes(scope, services);
    ruleRoutes(scope, services);
    retentionRoutes(scope, services);
    phoneNumberRoutes(scope, services);
    agentRoutes(scope, services, () => parts.onlineAgents());
    auditRoutes(scope, services);
    manuscriptRoutes(scope, services);
    mailTemplateRoutes(scope, services);
    checkRoutes(scope, services);
    settingsRoutes(scope, services);
  });
  await app.register(async (scope) => articleRoutes(scope, services));
  await app.register(async (scope) => {
    await fileRoutes(scope, services);
    articleFileRoutes(scope, services);
    articleTransferRoutes(scope, services);
  });
  await app.register(async (scope) => commentRoutes(scope, services));
  await app.register(async (scope) => snippetRoutes(scope, services));
  await app.register(async (scope) => uploadRoutes(scope, services));
  await app.register(async (scope) =>
    helpRoutes(scope, services, { directory: parts.directory, renderPage: parts.render.renderPage }),
  );
  await app.register(async (scope) => {
    grantPublic(scope);
    if (!parts.demo) return leadToHelp(scope);
    await serveDemo(scope, parts.demo);
    await showWelcome(scope);
    await showMailbox(scope, services);
  });
  widgetRoutes(app, services, parts.directory, parts.render.renderPanel);
  deskPageRoutes(app);
  previewPageRoutes(app, parts.render);
  iconRoutes(app);
  healthRoutes(app, services, parts.metrics.registry, () => parts.isClosing());
}

function leadToHelp(scope: FastifyInstance): void {
  scope.get('/', async (_request, reply) => reply.redirect('/help'));
}
