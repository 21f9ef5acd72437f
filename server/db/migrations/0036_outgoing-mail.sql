CREATE TABLE "agent_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agent_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"seq" integer,
	"due_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "bounced_addresses" (
	"address" text PRIMARY KEY NOT NULL,
	"status" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL,
	"marked_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mail_templates" (
	"key" text NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_templates_key_locale_pk" PRIMARY KEY("key","locale")
);
--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "mail_off" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "mail_off" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_outbox" ADD COLUMN "agent_id" uuid;--> statement-breakpoint
ALTER TABLE "mail_outbox" ADD COLUMN "bounced_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "agent_notices" ADD CONSTRAINT "agent_notices_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_notices" ADD CONSTRAINT "agent_notices_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_notices" ADD CONSTRAINT "agent_notices_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_templates" ADD CONSTRAINT "mail_templates_updated_by_agents_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agent_notices_unseen" ON "agent_notices" USING btree ("conversation_id","agent_id") WHERE "agent_notices"."seen_at" is null;--> statement-breakpoint
CREATE INDEX "agent_notices_agent" ON "agent_notices" USING btree ("agent_id");--> statement-breakpoint
CREATE INDEX "mail_outbox_newest" ON "mail_outbox" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "mail_outbox_state" ON "mail_outbox" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_outbox_notice" ON "mail_outbox" USING btree ("conversation_id","agent_id") WHERE "mail_outbox"."state" = 'waiting' and "mail_outbox"."kind" = 'notice';
--> statement-breakpoint
-- Agents' own affairs: what could not be delivered where, what mails say, what colleagues are told.
ALTER TABLE bounced_addresses ENABLE ROW LEVEL SECURITY;
ALTER TABLE bounced_addresses FORCE ROW LEVEL SECURITY;
CREATE POLICY bounced_addresses_rule ON bounced_addresses USING (beseda_inside());
--> statement-breakpoint
ALTER TABLE mail_templates ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_templates FORCE ROW LEVEL SECURITY;
CREATE POLICY mail_templates_rule ON mail_templates USING (beseda_inside());
--> statement-breakpoint
ALTER TABLE agent_notices ENABLE ROW LEVEL SECURITY;
ALTER TABLE agent_notices FORCE ROW LEVEL SECURITY;
CREATE POLICY agent_notices_rule ON agent_notices USING (beseda_inside());
