CREATE TABLE "categories" (
	"number" integer NOT NULL,
	"locale" text NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"lead" text DEFAULT '' NOT NULL,
	CONSTRAINT "categories_number_locale_pk" PRIMARY KEY("number","locale")
);
--> statement-breakpoint
CREATE TABLE "category_places" (
	"number" integer PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"visibility" text DEFAULT 'public' NOT NULL,
	"plans" text[] DEFAULT '{}' NOT NULL,
	"roles" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "redirects" (
	"path" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"locale" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "section_places" (
	"number" integer PRIMARY KEY NOT NULL,
	"category_number" integer,
	"position" integer NOT NULL,
	"visibility" text DEFAULT 'public' NOT NULL,
	"plans" text[] DEFAULT '{}' NOT NULL,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"routes" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_drafts" (
	"number" integer NOT NULL,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"slug" text,
	"section_number" integer,
	"keywords" text[] DEFAULT '{}' NOT NULL,
	"routes" text[] DEFAULT '{}' NOT NULL,
	"visibility" text DEFAULT 'public' NOT NULL,
	"plans" text[] DEFAULT '{}' NOT NULL,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"author" text NOT NULL,
	"body" text NOT NULL,
	"translated_from" text,
	"translated_version" integer,
	"state" text DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"base_version" integer,
	"publish_at" timestamp(3) with time zone,
	"source" jsonb,
	"edited_by" uuid,
	"edited_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "article_drafts_number_locale_pk" PRIMARY KEY("number","locale")
);
--> statement-breakpoint
CREATE TABLE "article_places" (
	"number" integer PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"owner_id" uuid,
	"check_by" date
);
--> statement-breakpoint
CREATE TABLE "article_versions" (
	"number" integer NOT NULL,
	"locale" text NOT NULL,
	"version" integer NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"section_number" integer NOT NULL,
	"keywords" text[] NOT NULL,
	"routes" text[] NOT NULL,
	"author" text NOT NULL,
	"posted" date NOT NULL,
	"updated" date NOT NULL,
	"visibility" text DEFAULT 'public' NOT NULL,
	"plans" text[] DEFAULT '{}' NOT NULL,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"body" text NOT NULL,
	"translated_from" text,
	"translated_version" integer,
	"published_by" uuid,
	"published_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"note" text,
	CONSTRAINT "article_versions_number_locale_version_pk" PRIMARY KEY("number","locale","version")
);
--> statement-breakpoint
DROP INDEX "sections_title";--> statement-breakpoint
ALTER TABLE "articles" ALTER COLUMN "visibility" SET DEFAULT 'public';--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "plans" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "roles" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "translated_from" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "translated_version" integer;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "sections" ADD COLUMN "lead" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "article_drafts" ADD CONSTRAINT "article_drafts_edited_by_agents_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_places" ADD CONSTRAINT "article_places_owner_id_agents_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_published_by_agents_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "redirects_target" ON "redirects" USING btree ("kind","number");--> statement-breakpoint
CREATE INDEX "article_drafts_due" ON "article_drafts" USING btree ("publish_at") WHERE "article_drafts"."publish_at" is not null;--> statement-breakpoint
CREATE INDEX "sections_title" ON "sections" USING btree ("locale","title");--> statement-breakpoint
-- What there is stands where its number put it, and has been published once.
INSERT INTO article_places (number, position) SELECT DISTINCT number, number FROM articles;
INSERT INTO section_places (number, position) SELECT DISTINCT number, number FROM sections;
INSERT INTO article_versions (number, locale, version, slug, title, section_number, keywords, routes, author, posted,
    updated, visibility, body, published_at)
  SELECT number, locale, 1, slug, title, section_number, keywords, routes, author, posted, updated, visibility, body,
    updated FROM articles;
--> statement-breakpoint
-- The knowledge base is read and written from inside alone; readers get what the server shows them of it.
ALTER TABLE articles ENABLE ROW LEVEL SECURITY;
ALTER TABLE articles FORCE ROW LEVEL SECURITY;
CREATE POLICY articles_rule ON articles USING (beseda_inside());
--> statement-breakpoint
ALTER TABLE article_places ENABLE ROW LEVEL SECURITY;
ALTER TABLE article_places FORCE ROW LEVEL SECURITY;
CREATE POLICY article_places_rule ON article_places USING (beseda_inside());
--> statement-breakpoint
ALTER TABLE article_drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE article_drafts FORCE ROW LEVEL SECURITY;
CREATE POLICY article_drafts_rule ON article_drafts USING (beseda_inside());
--> statement-breakpoint
ALTER TABLE article_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE article_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY article_versions_rule ON article_versions USING (beseda_inside());
--> statement-breakpoint
ALTER TABLE sections ENABLE ROW LEVEL SECURITY;
ALTER TABLE sections FORCE ROW LEVEL SECURITY;
CREATE POLICY sections_rule ON sections USING (beseda_inside());
--> statement-breakpoint
ALTER TABLE section_places ENABLE ROW LEVEL SECURITY;
ALTER TABLE section_places FORCE ROW LEVEL SECURITY;
CREATE POLICY section_places_rule ON section_places USING (beseda_inside());
--> statement-breakpoint
ALTER TABLE categories ENABLE ROW LEVEL SECURITY;
ALTER TABLE categories FORCE ROW LEVEL SECURITY;
CREATE POLICY categories_rule ON categories USING (beseda_inside());
--> statement-breakpoint
ALTER TABLE category_places ENABLE ROW LEVEL SECURITY;
ALTER TABLE category_places FORCE ROW LEVEL SECURITY;
CREATE POLICY category_places_rule ON category_places USING (beseda_inside());
--> statement-breakpoint
ALTER TABLE redirects ENABLE ROW LEVEL SECURITY;
ALTER TABLE redirects FORCE ROW LEVEL SECURITY;
CREATE POLICY redirects_rule ON redirects USING (beseda_inside());
