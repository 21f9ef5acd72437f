CREATE TABLE "article_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" bigint NOT NULL,
	"width" integer,
	"height" integer,
	"uploaded_by" uuid,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_snippets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "article_files" ADD CONSTRAINT "article_files_uploaded_by_agents_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_snippets" ADD CONSTRAINT "article_snippets_updated_by_agents_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_files_created" ON "article_files" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "article_files_sha256" ON "article_files" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "article_snippets_key" ON "article_snippets" USING btree ("locale","key");--> statement-breakpoint
-- What agents write with; readers get files and texts through the verbs alone.
ALTER TABLE article_files ENABLE ROW LEVEL SECURITY;
ALTER TABLE article_files FORCE ROW LEVEL SECURITY;
CREATE POLICY article_files_rule ON article_files USING (beseda_inside());
--> statement-breakpoint
ALTER TABLE article_snippets ENABLE ROW LEVEL SECURITY;
ALTER TABLE article_snippets FORCE ROW LEVEL SECURITY;
CREATE POLICY article_snippets_rule ON article_snippets USING (beseda_inside());
