CREATE TABLE "outside_links" (
	"address" text PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"verdict" text DEFAULT 'waiting' NOT NULL,
	"status" integer,
	"failures" integer DEFAULT 0 NOT NULL,
	"checked_at" timestamp(3) with time zone,
	"due_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"leased_until" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE INDEX "outside_links_due" ON "outside_links" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "outside_links_host" ON "outside_links" USING btree ("host");
--> statement-breakpoint
ALTER TABLE outside_links ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE outside_links FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY outside_links_read ON outside_links FOR SELECT USING (beseda_inside());
--> statement-breakpoint
CREATE POLICY outside_links_kept ON outside_links USING (beseda_system());
