CREATE INDEX "deflections_created" ON "deflections" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "alerts_created" ON "alerts" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mail_outbox_apart" ON "mail_outbox" USING btree ("created_at") WHERE "mail_outbox"."conversation_id" is null;

--> statement-breakpoint
-- Whatever a rule or a mistake says: what is younger than a year stays.
CREATE POLICY audit_log_aged ON audit_log FOR DELETE
  USING (beseda_system() AND at < now() - interval '365 days');
