CREATE TABLE "fetched_pictures" (
	"address" text PRIMARY KEY NOT NULL,
	"file_id" uuid NOT NULL,
	"fetched_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "fetched_pictures" ADD CONSTRAINT "fetched_pictures_file_id_article_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."article_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE fetched_pictures ENABLE ROW LEVEL SECURITY;
ALTER TABLE fetched_pictures FORCE ROW LEVEL SECURITY;
CREATE POLICY fetched_pictures_rule ON fetched_pictures USING (beseda_inside());
