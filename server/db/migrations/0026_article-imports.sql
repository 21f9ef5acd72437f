CREATE TABLE "article_imports" (
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"locale" text NOT NULL,
	"number" integer NOT NULL,
	"given" text NOT NULL,
	"made" text NOT NULL,
	"imported_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "article_imports_source_external_id_locale_pk" PRIMARY KEY("source","external_id","locale")
);
--> statement-breakpoint
CREATE INDEX "article_imports_number" ON "article_imports" USING btree ("number");--> statement-breakpoint
ALTER TABLE article_imports ENABLE ROW LEVEL SECURITY;
ALTER TABLE article_imports FORCE ROW LEVEL SECURITY;
CREATE POLICY article_imports_rule ON article_imports USING (beseda_inside());
