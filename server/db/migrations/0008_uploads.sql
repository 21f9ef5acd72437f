CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"uploader_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"name" text NOT NULL,
	"size" integer NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"parts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "state" text DEFAULT 'ready' NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "threat" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "scan_attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "scan_due_at" timestamp(3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "uploads_client" ON "uploads" USING btree ("uploader_id","client_id");--> statement-breakpoint
CREATE INDEX "uploads_company" ON "uploads" USING btree ("company_id","size");--> statement-breakpoint
CREATE INDEX "uploads_created" ON "uploads" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "attachments_company" ON "attachments" USING btree ("company_id","size");--> statement-breakpoint
CREATE INDEX "attachments_checking" ON "attachments" USING btree ("scan_due_at") WHERE "attachments"."state" = 'checking';
--> statement-breakpoint
ALTER TABLE uploads ENABLE ROW LEVEL SECURITY;
ALTER TABLE uploads FORCE ROW LEVEL SECURITY;
CREATE POLICY uploads_rule ON uploads
  USING (beseda_inside() OR (uploader_id = beseda_person() AND company_id = beseda_company()));
