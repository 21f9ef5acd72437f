CREATE TABLE "inbound_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"way" text NOT NULL,
	"state" text DEFAULT 'received' NOT NULL,
	"reason" text,
	"class" text,
	"remote" text,
	"envelope_from" text,
	"envelope_to" text[] NOT NULL,
	"sha256" text,
	"size" bigint NOT NULL,
	"message_id" text,
	"fingerprint" text,
	"mail" jsonb,
	"conversation_id" uuid,
	"company_id" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "reply_addresses" (
	"token" text PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"person_id" uuid,
	"agent_id" uuid,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reply_addresses_reader" CHECK (num_nonnulls("reply_addresses"."person_id", "reply_addresses"."agent_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_addresses" ADD CONSTRAINT "reply_addresses_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_addresses" ADD CONSTRAINT "reply_addresses_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_addresses" ADD CONSTRAINT "reply_addresses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_addresses" ADD CONSTRAINT "reply_addresses_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbound_mails_due" ON "inbound_mails" USING btree ("due_at") WHERE "inbound_mails"."state" = 'received';--> statement-breakpoint
CREATE INDEX "inbound_mails_newest" ON "inbound_mails" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "inbound_mails_state" ON "inbound_mails" USING btree ("state","received_at","id");--> statement-breakpoint
CREATE INDEX "inbound_mails_message" ON "inbound_mails" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "inbound_mails_sha256" ON "inbound_mails" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "inbound_mails_conversation" ON "inbound_mails" USING btree ("conversation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_mails_fingerprint" ON "inbound_mails" USING btree ("fingerprint") WHERE "inbound_mails"."state" in ('received', 'stored', 'parked');--> statement-breakpoint
CREATE UNIQUE INDEX "reply_addresses_person" ON "reply_addresses" USING btree ("conversation_id","person_id") WHERE "reply_addresses"."person_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "reply_addresses_agent" ON "reply_addresses" USING btree ("conversation_id","agent_id") WHERE "reply_addresses"."agent_id" is not null;
--> statement-breakpoint
-- Who wrote what, before anybody knows whose it is: for agents.
ALTER TABLE inbound_mails ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbound_mails FORCE ROW LEVEL SECURITY;
CREATE POLICY inbound_mails_rule ON inbound_mails USING (beseda_inside());
--> statement-breakpoint
-- Whoever knows a token may write as its reader.
ALTER TABLE reply_addresses ENABLE ROW LEVEL SECURITY;
ALTER TABLE reply_addresses FORCE ROW LEVEL SECURITY;
CREATE POLICY reply_addresses_rule ON reply_addresses USING (beseda_inside());
