DROP INDEX "tickets_status_updated";--> statement-breakpoint
DROP INDEX "conversations_person";--> statement-breakpoint
DROP INDEX "conversations_company";--> statement-breakpoint
DROP INDEX "tickets_updated";--> statement-breakpoint
DROP INDEX "tickets_company";--> statement-breakpoint
CREATE INDEX "tickets_pending" ON "tickets" USING btree ("updated_at" DESC NULLS FIRST,"number" DESC NULLS FIRST) WHERE "tickets"."status" in ('pending', 'on_hold');--> statement-breakpoint
CREATE INDEX "tickets_solved" ON "tickets" USING btree ("updated_at" DESC NULLS FIRST,"number" DESC NULLS FIRST) WHERE "tickets"."status" in ('solved', 'closed');--> statement-breakpoint
CREATE INDEX "conversations_person" ON "conversations" USING btree ("person_id","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "conversations_company" ON "conversations" USING btree ("company_id","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "tickets_updated" ON "tickets" USING btree ("updated_at" DESC NULLS FIRST,"number" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "tickets_company" ON "tickets" USING btree ("company_id","updated_at" DESC NULLS FIRST,"number" DESC NULLS FIRST);--> statement-breakpoint
-- A manager sees all of the company: no look at the conversation of each ticket, which the planner made one at all of them.
DROP POLICY tickets_rule ON tickets;
--> statement-breakpoint
CREATE POLICY tickets_rule ON tickets
  USING (beseda_inside() OR (company_id = beseda_company() AND (beseda_manager()
    OR EXISTS (SELECT 1 FROM conversations c WHERE c.id = conversation_id))));
