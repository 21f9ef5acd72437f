CREATE TABLE "ratings" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"score" text,
	"comment" text DEFAULT '' NOT NULL,
	"agent_id" uuid,
	"team_id" uuid,
	"rated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ratings_rated" ON "ratings" USING btree ("rated_at" DESC NULLS FIRST,"conversation_id" DESC NULLS FIRST);--> statement-breakpoint
-- Who sees the conversation sees how it was rated; only who asked can rate it, and nobody takes a rating away.
ALTER TABLE ratings ENABLE ROW LEVEL SECURITY;
ALTER TABLE ratings FORCE ROW LEVEL SECURITY;
CREATE POLICY ratings_inside ON ratings USING (beseda_inside());
CREATE POLICY ratings_seen ON ratings FOR SELECT
  USING (company_id = beseda_company() AND EXISTS (SELECT 1 FROM conversations c WHERE c.id = conversation_id));
CREATE POLICY ratings_given ON ratings FOR INSERT
  WITH CHECK (company_id = beseda_company() AND person_id = beseda_person()
    AND EXISTS (SELECT 1 FROM conversations c WHERE c.id = conversation_id AND c.person_id = beseda_person()));
CREATE POLICY ratings_changed ON ratings FOR UPDATE
  USING (company_id = beseda_company() AND person_id = beseda_person())
  WITH CHECK (company_id = beseda_company() AND person_id = beseda_person());
