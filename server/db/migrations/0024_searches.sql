CREATE TABLE "article_days" (
	"day" date NOT NULL,
	"article_number" integer NOT NULL,
	"locale" text NOT NULL,
	"shown" integer DEFAULT 0 NOT NULL,
	"opened" integer DEFAULT 0 NOT NULL,
	"helped" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"passed" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "article_days_day_article_number_locale_pk" PRIMARY KEY("day","article_number","locale")
);
--> statement-breakpoint
CREATE TABLE "article_search_days" (
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"query_key" text NOT NULL,
	"query" text NOT NULL,
	"visitors" integer NOT NULL,
	"not_found" integer NOT NULL,
	"ignored" integer NOT NULL,
	"refused" integer NOT NULL,
	"helped" integer NOT NULL,
	"asked" integer NOT NULL,
	CONSTRAINT "article_search_days_day_kind_locale_query_key_pk" PRIMARY KEY("day","kind","locale","query_key")
);
--> statement-breakpoint
CREATE TABLE "article_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"place" text NOT NULL,
	"locale" text NOT NULL,
	"company_id" uuid,
	"visitor" text NOT NULL,
	"query" text NOT NULL,
	"query_key" text NOT NULL,
	"shown" integer[] NOT NULL,
	"opened" integer[] NOT NULL,
	"refused" integer[] NOT NULL,
	"outcome" text NOT NULL,
	"article_number" integer,
	"ticket_number" integer
);
--> statement-breakpoint
CREATE INDEX "article_days_article" ON "article_days" USING btree ("article_number","locale");--> statement-breakpoint
CREATE INDEX "article_searches_at" ON "article_searches" USING btree ("at");--> statement-breakpoint
CREATE INDEX "article_searches_key" ON "article_searches" USING btree ("locale","query_key");--> statement-breakpoint
CREATE INDEX "article_searches_visitor" ON "article_searches" USING btree ("visitor");--> statement-breakpoint
CREATE INDEX "article_searches_ticket" ON "article_searches" USING btree ("ticket_number") WHERE "article_searches"."ticket_number" is not null;
--> statement-breakpoint
-- Written by the system alone, which batches what everybody does; agents read it, and requesters not even their own.
ALTER TABLE article_searches ENABLE ROW LEVEL SECURITY;
ALTER TABLE article_searches FORCE ROW LEVEL SECURITY;
CREATE POLICY article_searches_seen ON article_searches FOR SELECT USING (beseda_inside());
CREATE POLICY article_searches_kept ON article_searches USING (beseda_system());
CREATE POLICY article_searches_removed ON article_searches FOR DELETE USING (beseda_inside());
--> statement-breakpoint
ALTER TABLE article_search_days ENABLE ROW LEVEL SECURITY;
ALTER TABLE article_search_days FORCE ROW LEVEL SECURITY;
CREATE POLICY article_search_days_seen ON article_search_days FOR SELECT USING (beseda_inside());
CREATE POLICY article_search_days_kept ON article_search_days USING (beseda_system());
--> statement-breakpoint
ALTER TABLE article_days ENABLE ROW LEVEL SECURITY;
ALTER TABLE article_days FORCE ROW LEVEL SECURITY;
CREATE POLICY article_days_seen ON article_days FOR SELECT USING (beseda_inside());
CREATE POLICY article_days_kept ON article_days USING (beseda_system());
