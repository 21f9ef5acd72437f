ALTER TABLE "tickets" ADD COLUMN "first_answered_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "tickets_active" ON "tickets" USING btree ("conversation_id") WHERE "tickets"."status" in ('open', 'on_hold', 'pending');
--> statement-breakpoint
SELECT set_config('beseda.actor', 'system', true);
--> statement-breakpoint
UPDATE "tickets" SET "first_answered_at" = (SELECT min(e.created_at) FROM "events" e WHERE e.conversation_id = "tickets".conversation_id AND e.kind = 'message' AND e.author_kind = 'agent');
