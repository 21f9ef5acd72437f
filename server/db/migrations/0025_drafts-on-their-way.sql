ALTER TABLE "article_drafts" ADD COLUMN "review_by" uuid;--> statement-breakpoint
ALTER TABLE "article_drafts" ADD COLUMN "review_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "article_drafts" ADD COLUMN "publish_by" uuid;--> statement-breakpoint
ALTER TABLE "article_drafts" ADD COLUMN "publish_note" text;--> statement-breakpoint
ALTER TABLE "article_drafts" ADD COLUMN "publish_problem" text;--> statement-breakpoint
ALTER TABLE "article_drafts" ADD CONSTRAINT "article_drafts_review_by_agents_id_fk" FOREIGN KEY ("review_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_drafts" ADD CONSTRAINT "article_drafts_publish_by_agents_id_fk" FOREIGN KEY ("publish_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;