CREATE TABLE "call_backs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"number" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"agent_id" uuid,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "call_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"company_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"conversation_id" uuid,
	"page" jsonb,
	"text" text DEFAULT '' NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"taken_at" timestamp(3) with time zone,
	"taken_by" uuid,
	CONSTRAINT "call_codes_code_unique" UNIQUE("code"),
	CONSTRAINT "call_codes_personId_unique" UNIQUE("person_id")
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"external_id" text NOT NULL,
	"state" text NOT NULL,
	"caller_number" text NOT NULL,
	"extension" text,
	"company_id" uuid,
	"person_id" uuid,
	"agent_id" uuid,
	"conversation_id" uuid,
	"started_at" timestamp(3) with time zone NOT NULL,
	"answered_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	"duration_seconds" integer,
	"recording_url" text,
	CONSTRAINT "calls_externalId_unique" UNIQUE("external_id")
);
--> statement-breakpoint
CREATE TABLE "person_phones" (
	"person_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"number" text NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_phones_person_id_number_pk" PRIMARY KEY("person_id","number")
);
--> statement-breakpoint
CREATE TABLE "phone_numbers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"number" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"calendar_id" uuid,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "extension" text;--> statement-breakpoint
ALTER TABLE "call_backs" ADD CONSTRAINT "call_backs_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_backs" ADD CONSTRAINT "call_backs_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_backs" ADD CONSTRAINT "call_backs_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_codes" ADD CONSTRAINT "call_codes_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_codes" ADD CONSTRAINT "call_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_codes" ADD CONSTRAINT "call_codes_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_codes" ADD CONSTRAINT "call_codes_taken_by_agents_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_phones" ADD CONSTRAINT "person_phones_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_phones" ADD CONSTRAINT "person_phones_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD CONSTRAINT "phone_numbers_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "call_backs_open" ON "call_backs" USING btree ("due_at","id") WHERE "call_backs"."done_at" is null;--> statement-breakpoint
CREATE INDEX "call_backs_conversation" ON "call_backs" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "call_codes_expiry" ON "call_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "calls_conversation" ON "calls" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "calls_started" ON "calls" USING btree ("started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "person_phones_number" ON "person_phones" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "agents_extension" ON "agents" USING btree ("extension");--> statement-breakpoint
ALTER TABLE call_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE call_codes FORCE ROW LEVEL SECURITY;
CREATE POLICY call_codes_rule ON call_codes
  USING (beseda_inside() OR (person_id = beseda_person() AND company_id = beseda_company()))
  WITH CHECK (beseda_inside());
--> statement-breakpoint
ALTER TABLE person_phones ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_phones FORCE ROW LEVEL SECURITY;
CREATE POLICY person_phones_rule ON person_phones USING (beseda_inside());
--> statement-breakpoint
ALTER TABLE calls ENABLE ROW LEVEL SECURITY;
ALTER TABLE calls FORCE ROW LEVEL SECURITY;
CREATE POLICY calls_rule ON calls USING (beseda_inside());
--> statement-breakpoint
ALTER TABLE call_backs ENABLE ROW LEVEL SECURITY;
ALTER TABLE call_backs FORCE ROW LEVEL SECURITY;
CREATE POLICY call_backs_rule ON call_backs USING (beseda_inside());
