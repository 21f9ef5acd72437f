ALTER TABLE "inbound_mails" ADD COLUMN "detail" text;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD COLUMN "helo" text;--> statement-breakpoint
CREATE INDEX "inbound_mails_same" ON "inbound_mails" USING btree ("fingerprint");