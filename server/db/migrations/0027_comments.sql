CREATE TABLE "article_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_number" integer NOT NULL,
	"locale" text NOT NULL,
	"answer_to" uuid,
	"person_id" uuid,
	"company_id" uuid,
	"agent_id" uuid,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "article_votes" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "article_votes" ADD COLUMN "comment" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "comment_id" uuid;--> statement-breakpoint
ALTER TABLE "article_comments" ADD CONSTRAINT "article_comments_answer_to_article_comments_id_fk" FOREIGN KEY ("answer_to") REFERENCES "public"."article_comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_comments" ADD CONSTRAINT "article_comments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_comments" ADD CONSTRAINT "article_comments_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_comments" ADD CONSTRAINT "article_comments_decided_by_agents_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_comments_article" ON "article_comments" USING btree ("article_number","created_at");--> statement-breakpoint
CREATE INDEX "article_comments_state" ON "article_comments" USING btree ("state","created_at","id") WHERE "article_comments"."answer_to" is null;--> statement-breakpoint
CREATE INDEX "article_comments_answers" ON "article_comments" USING btree ("answer_to");--> statement-breakpoint
CREATE INDEX "article_comments_person" ON "article_comments" USING btree ("person_id","created_at");--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_comment_id_article_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."article_comments"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_votes_explained" ON "article_votes" USING btree ("created_at","voter_id") WHERE "article_votes"."reason" is not null or "article_votes"."comment" <> '';--> statement-breakpoint
CREATE INDEX "attachments_comment" ON "attachments" USING btree ("comment_id") WHERE "attachments"."comment_id" is not null;
--> statement-breakpoint
-- Readers see their own (what is shown to all, the system reads for them); they write their own and change nothing.
ALTER TABLE article_comments ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE article_comments FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY article_comments_rule ON article_comments USING (beseda_inside());
--> statement-breakpoint
CREATE POLICY article_comments_seen ON article_comments FOR SELECT USING (person_id = beseda_person());
--> statement-breakpoint
CREATE POLICY article_comments_added ON article_comments FOR INSERT
  WITH CHECK (person_id = beseda_person() AND company_id = beseda_company() AND agent_id IS NULL AND answer_to IS NULL);
