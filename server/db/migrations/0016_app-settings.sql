CREATE TABLE "refused_origins" (
	"app_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"times" integer NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "refused_origins_app_id_origin_pk" PRIMARY KEY("app_id","origin")
);
--> statement-breakpoint
ALTER TABLE "app_secrets" ADD COLUMN "used_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "apps" ADD COLUMN "disabled_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "apps" ADD COLUMN "seen_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "apps" ADD COLUMN "seen_origin" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "kid" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "origin" text;--> statement-breakpoint
ALTER TABLE "refused_origins" ADD CONSTRAINT "refused_origins_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_app" ON "sessions" USING btree ("app_id","created_at");--> statement-breakpoint
-- No requester has to do with either; who asks from where, and what tokens are signed with, is read inside alone.
ALTER TABLE refused_origins ENABLE ROW LEVEL SECURITY;
ALTER TABLE refused_origins FORCE ROW LEVEL SECURITY;
CREATE POLICY refused_origins_rule ON refused_origins USING (beseda_inside());
ALTER TABLE app_secrets ENABLE ROW LEVEL SECURITY;
ALTER TABLE app_secrets FORCE ROW LEVEL SECURITY;
CREATE POLICY app_secrets_rule ON app_secrets USING (beseda_inside());
