ALTER TABLE "conversations" ADD COLUMN "links" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "accept_by" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "tickets_accept_by" ON "tickets" USING btree ("accept_by") WHERE "tickets"."accept_by" is not null;