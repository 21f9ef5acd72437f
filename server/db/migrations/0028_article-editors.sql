CREATE TABLE "article_editors" (
	"number" integer NOT NULL,
	"locale" text NOT NULL,
	"agent_id" uuid NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"seen_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "article_editors_number_locale_agent_id_pk" PRIMARY KEY("number","locale","agent_id")
);
--> statement-breakpoint
ALTER TABLE "article_editors" ADD CONSTRAINT "article_editors_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Which agents write what is for agents.
ALTER TABLE article_editors ENABLE ROW LEVEL SECURITY;
ALTER TABLE article_editors FORCE ROW LEVEL SECURITY;
CREATE POLICY article_editors_rule ON article_editors USING (beseda_inside());
