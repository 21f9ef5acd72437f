CREATE TABLE "followers" (
	"conversation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"read_seq" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "followers_conversation_id_person_id_pk" PRIMARY KEY("conversation_id","person_id")
);
--> statement-breakpoint
DROP INDEX "mail_outbox_answer";--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "follower_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_outbox" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "followers" ADD CONSTRAINT "followers_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followers" ADD CONSTRAINT "followers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "followers_person" ON "followers" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_outbox_answer" ON "mail_outbox" USING btree ("conversation_id","person_id") WHERE "mail_outbox"."state" = 'waiting' and "mail_outbox"."kind" = 'answer';
--> statement-breakpoint
-- Answers that wait to be mailed are the requester's.
SELECT set_config('beseda.actor', 'system', true);
--> statement-breakpoint
UPDATE mail_outbox m SET person_id = c.person_id FROM conversations c WHERE c.id = m.conversation_id AND m.kind = 'answer';
--> statement-breakpoint
SELECT set_config('beseda.actor', '', true);
--> statement-breakpoint
-- Kept beside the conversation: who may see it is asked for every row of it, and is said in one place, `conversations_rule`.
CREATE FUNCTION beseda_keep_followers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE conversations SET follower_ids = array(
    SELECT f.person_id FROM followers f WHERE f.conversation_id = coalesce(NEW.conversation_id, OLD.conversation_id)
    ORDER BY f.created_at, f.person_id)
  WHERE id = coalesce(NEW.conversation_id, OLD.conversation_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER followers_kept AFTER INSERT OR DELETE ON followers FOR EACH ROW EXECUTE FUNCTION beseda_keep_followers();
--> statement-breakpoint
DROP POLICY conversations_rule ON conversations;
--> statement-breakpoint
CREATE POLICY conversations_rule ON conversations
  USING (beseda_inside() OR (company_id = beseda_company()
    AND (beseda_manager() OR person_id = beseda_person() OR beseda_person() = ANY (follower_ids))));
--> statement-breakpoint
-- Who follows is seen by who sees the conversation. A mark is moved by its owner; whoever asked takes their followers
-- along to the next ticket. Coming and going are for the verbs, as the system.
ALTER TABLE followers ENABLE ROW LEVEL SECURITY;
ALTER TABLE followers FORCE ROW LEVEL SECURITY;
CREATE POLICY followers_rule ON followers USING (beseda_inside());
CREATE POLICY followers_seen ON followers FOR SELECT
  USING (company_id = beseda_company() AND EXISTS (SELECT 1 FROM conversations c WHERE c.id = conversation_id));
CREATE POLICY followers_read ON followers FOR UPDATE
  USING (company_id = beseda_company() AND person_id = beseda_person())
  WITH CHECK (company_id = beseda_company() AND person_id = beseda_person()
    AND EXISTS (SELECT 1 FROM conversations c WHERE c.id = conversation_id));
CREATE POLICY followers_taken_along ON followers FOR INSERT
  WITH CHECK (company_id = beseda_company() AND EXISTS (SELECT 1 FROM conversations c
    WHERE c.id = conversation_id AND (beseda_manager() OR c.person_id = beseda_person())));
--> statement-breakpoint
-- Those of a conversation know each other: whoever asked and who follows.
DROP POLICY people_seen ON people;
--> statement-breakpoint
CREATE POLICY people_seen ON people FOR SELECT
  USING (company_id = beseda_company() AND (beseda_manager() OR id = beseda_person()
    OR EXISTS (SELECT 1 FROM followers f WHERE f.person_id = people.id)
    OR EXISTS (SELECT 1 FROM followers f JOIN conversations c ON c.id = f.conversation_id
      WHERE f.person_id = beseda_person() AND c.person_id = people.id)));
