ALTER TABLE "conversations" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "seen_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "routed_at" timestamp(3) with time zone;