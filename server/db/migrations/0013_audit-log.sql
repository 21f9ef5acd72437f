CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"agent_id" uuid,
	"agent_name" text NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"object_name" text NOT NULL,
	"action" text NOT NULL,
	"changes" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "apps" ADD COLUMN "trusted_claims" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "suspended_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "blocked_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "audit_log_object" ON "audit_log" USING btree ("object_kind","object_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "companies_name" ON "companies" USING btree ("name" collate "und-x-icu","id");--> statement-breakpoint
CREATE INDEX "people_name" ON "people" USING btree ("name" collate "und-x-icu","id");--> statement-breakpoint
-- Agents and the system read it and add to it; nobody changes what was written.
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_log_seen ON audit_log FOR SELECT USING (beseda_inside());
CREATE POLICY audit_log_added ON audit_log FOR INSERT WITH CHECK (beseda_inside());
--> statement-breakpoint
-- Until now every app was believed; those that there are go on so.
UPDATE apps SET trusted_claims = true;
