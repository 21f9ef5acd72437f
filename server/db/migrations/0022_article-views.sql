CREATE TABLE "article_views" (
	"article_number" integer NOT NULL,
	"locale" text NOT NULL,
	"day" date NOT NULL,
	"views" integer NOT NULL,
	CONSTRAINT "article_views_article_number_locale_day_pk" PRIMARY KEY("article_number","locale","day")
);
--> statement-breakpoint
CREATE INDEX "article_views_day" ON "article_views" USING btree ("day");--> statement-breakpoint
-- Counted and read from inside alone.
ALTER TABLE article_views ENABLE ROW LEVEL SECURITY;
ALTER TABLE article_views FORCE ROW LEVEL SECURITY;
CREATE POLICY article_views_rule ON article_views USING (beseda_inside());
