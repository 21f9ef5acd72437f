CREATE TABLE "page_needs" (
	"company_id" uuid NOT NULL,
	"day" date NOT NULL,
	"route" text NOT NULL,
	"article_number" integer NOT NULL,
	"readers" text[] NOT NULL,
	"helped" text[] NOT NULL,
	CONSTRAINT "page_needs_company_id_day_route_article_number_pk" PRIMARY KEY("company_id","day","route","article_number")
);
--> statement-breakpoint
ALTER TABLE "page_needs" ADD CONSTRAINT "page_needs_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "page_needs_route" ON "page_needs" USING btree ("route","day");--> statement-breakpoint
CREATE INDEX "page_needs_day" ON "page_needs" USING btree ("day");
--> statement-breakpoint
-- For the system alone: what others needed is shown as articles and never as rows.
ALTER TABLE page_needs ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE page_needs FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY page_needs_kept ON page_needs USING (beseda_system());
