-- Who acts is set per transaction: beseda.actor (requester, manager, agent, system), beseda.company, beseda.person.
-- Nothing set means nothing seen.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE FUNCTION beseda_inside() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT coalesce(current_setting('beseda.actor', true), '') IN ('agent', 'system') $$;
--> statement-breakpoint
CREATE FUNCTION beseda_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT coalesce(current_setting('beseda.actor', true), '') = 'system' $$;
--> statement-breakpoint
CREATE FUNCTION beseda_manager() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT coalesce(current_setting('beseda.actor', true), '') = 'manager' $$;
--> statement-breakpoint
CREATE FUNCTION beseda_company() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('beseda.company', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION beseda_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('beseda.person', true), '')::uuid $$;
--> statement-breakpoint
ALTER TABLE companies ENABLE ROW LEVEL SECURITY;
ALTER TABLE companies FORCE ROW LEVEL SECURITY;
CREATE POLICY companies_rule ON companies
  USING (beseda_inside() OR id = beseda_company())
  WITH CHECK (beseda_inside());
--> statement-breakpoint
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
ALTER TABLE people FORCE ROW LEVEL SECURITY;
CREATE POLICY people_rule ON people
  USING (beseda_inside() OR (company_id = beseda_company() AND (beseda_manager() OR id = beseda_person())))
  WITH CHECK (beseda_inside());
--> statement-breakpoint
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY sessions_rule ON sessions USING (beseda_system());
--> statement-breakpoint
ALTER TABLE conversations ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversations FORCE ROW LEVEL SECURITY;
CREATE POLICY conversations_rule ON conversations
  USING (beseda_inside() OR (company_id = beseda_company() AND (beseda_manager() OR person_id = beseda_person())));
--> statement-breakpoint
ALTER TABLE tickets ENABLE ROW LEVEL SECURITY;
ALTER TABLE tickets FORCE ROW LEVEL SECURITY;
CREATE POLICY tickets_rule ON tickets
  USING (beseda_inside() OR (company_id = beseda_company()
    AND EXISTS (SELECT 1 FROM conversations c WHERE c.id = conversation_id)));
--> statement-breakpoint
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
ALTER TABLE events FORCE ROW LEVEL SECURITY;
CREATE POLICY events_rule ON events
  USING (beseda_inside() OR (audience = 'all' AND company_id = beseda_company()
    AND EXISTS (SELECT 1 FROM conversations c WHERE c.id = conversation_id)));
--> statement-breakpoint
ALTER TABLE messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE messages FORCE ROW LEVEL SECURITY;
CREATE POLICY messages_rule ON messages
  USING (beseda_inside() OR (audience = 'all' AND company_id = beseda_company()
    AND EXISTS (SELECT 1 FROM conversations c WHERE c.id = conversation_id)));
--> statement-breakpoint
ALTER TABLE attachments ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachments FORCE ROW LEVEL SECURITY;
CREATE POLICY attachments_rule ON attachments
  USING (beseda_inside() OR uploader_id = beseda_person()
    OR (company_id = beseda_company() AND EXISTS (SELECT 1 FROM messages m WHERE m.id = message_id)))
  WITH CHECK (beseda_inside() OR (uploader_id = beseda_person() AND company_id = beseda_company()));
--> statement-breakpoint
ALTER TABLE article_votes ENABLE ROW LEVEL SECURITY;
ALTER TABLE article_votes FORCE ROW LEVEL SECURITY;
CREATE POLICY article_votes_rule ON article_votes USING (beseda_inside() OR voter_id = beseda_person());
--> statement-breakpoint
ALTER TABLE deflections ENABLE ROW LEVEL SECURITY;
ALTER TABLE deflections FORCE ROW LEVEL SECURITY;
CREATE POLICY deflections_rule ON deflections
  USING (beseda_inside() OR (person_id = beseda_person() AND company_id = beseda_company()));
--> statement-breakpoint
ALTER TABLE mail_outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY mail_outbox_rule ON mail_outbox USING (beseda_inside()) WITH CHECK (beseda_inside());
