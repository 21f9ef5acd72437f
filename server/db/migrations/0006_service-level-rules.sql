-- A clock is as visible as its conversation. Alerts and recounts are the agents' own affair.
ALTER TABLE clocks ENABLE ROW LEVEL SECURITY;
ALTER TABLE clocks FORCE ROW LEVEL SECURITY;
CREATE POLICY clocks_rule ON clocks
  USING (beseda_inside() OR (company_id = beseda_company()
    AND EXISTS (SELECT 1 FROM conversations c WHERE c.id = conversation_id)));
--> statement-breakpoint
ALTER TABLE alerts ENABLE ROW LEVEL SECURITY;
ALTER TABLE alerts FORCE ROW LEVEL SECURITY;
CREATE POLICY alerts_rule ON alerts USING (beseda_inside());
--> statement-breakpoint
ALTER TABLE clock_recounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE clock_recounts FORCE ROW LEVEL SECURITY;
CREATE POLICY clock_recounts_rule ON clock_recounts USING (beseda_inside());
--> statement-breakpoint
-- The default set: data, which an admin may change.
INSERT INTO calendars (id, name, definition, day_set_key) VALUES
  ('00000000-0000-7000-8000-000000000101', 'Будни 8:00–20:00, Москва',
    '{"tz": "Europe/Moscow", "hours": {"mon": [["08:00", "20:00"]], "tue": [["08:00", "20:00"]], "wed": [["08:00", "20:00"]], "thu": [["08:00", "20:00"]], "fri": [["08:00", "20:00"]]}}',
    'ru'),
  ('00000000-0000-7000-8000-000000000102', 'Ежедневно 8:00–20:00, Москва',
    '{"tz": "Europe/Moscow", "hours": {"mon": [["08:00", "20:00"]], "tue": [["08:00", "20:00"]], "wed": [["08:00", "20:00"]], "thu": [["08:00", "20:00"]], "fri": [["08:00", "20:00"]], "sat": [["08:00", "20:00"]], "sun": [["08:00", "20:00"]]}}',
    NULL);
--> statement-breakpoint
INSERT INTO sla_policies (id, name, calendar_id, targets) VALUES
  ('00000000-0000-7000-8000-000000000201', 'Start: реакция 4 ч', '00000000-0000-7000-8000-000000000101',
    '{"firstReaction": 14400, "nextReaction": 14400, "resolution": null}'),
  ('00000000-0000-7000-8000-000000000202', 'Business: реакция 2 ч', '00000000-0000-7000-8000-000000000101',
    '{"firstReaction": 7200, "nextReaction": 7200, "resolution": null}'),
  ('00000000-0000-7000-8000-000000000203', 'Network: реакция 2 ч, ежедневно', '00000000-0000-7000-8000-000000000102',
    '{"firstReaction": 7200, "nextReaction": 7200, "resolution": null}'),
  ('00000000-0000-7000-8000-000000000204', 'Enterprise: реакция 1 ч, ежедневно', '00000000-0000-7000-8000-000000000102',
    '{"firstReaction": 3600, "nextReaction": 3600, "resolution": null}');
--> statement-breakpoint
INSERT INTO plans (key, name_ru, name_en, policy_id, dedicated, position) VALUES
  ('start', 'Start', 'Start', '00000000-0000-7000-8000-000000000201', false, 1),
  ('business', 'Business', 'Business', '00000000-0000-7000-8000-000000000202', false, 2),
  ('network', 'Network', 'Network', '00000000-0000-7000-8000-000000000203', true, 3),
  ('enterprise', 'Enterprise', 'Enterprise', '00000000-0000-7000-8000-000000000204', true, 4);
--> statement-breakpoint
-- Whoever changes the rules, open clocks are reckoned anew: it cannot be forgotten.
CREATE FUNCTION beseda_recount_company() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO clock_recounts (company_id, reason)
    VALUES (NEW.id, CASE WHEN NEW.plan IS DISTINCT FROM OLD.plan THEN 'plan' ELSE 'calendar' END);
  RETURN NULL;
END $$;
CREATE TRIGGER companies_recount AFTER UPDATE ON companies FOR EACH ROW
  WHEN (NEW.plan IS DISTINCT FROM OLD.plan OR NEW.calendar_id IS DISTINCT FROM OLD.calendar_id
    OR NEW.calendar_exceptions IS DISTINCT FROM OLD.calendar_exceptions)
  EXECUTE FUNCTION beseda_recount_company();
--> statement-breakpoint
CREATE FUNCTION beseda_recount_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO clock_recounts (reason) VALUES (TG_ARGV[0]);
  RETURN NULL;
END $$;
CREATE TRIGGER plans_recount AFTER INSERT OR UPDATE OR DELETE ON plans FOR EACH STATEMENT
  EXECUTE FUNCTION beseda_recount_all('plan');
CREATE TRIGGER sla_policies_recount AFTER UPDATE ON sla_policies FOR EACH STATEMENT
  EXECUTE FUNCTION beseda_recount_all('policy');
CREATE TRIGGER calendars_recount AFTER UPDATE ON calendars FOR EACH STATEMENT
  EXECUTE FUNCTION beseda_recount_all('calendar');
CREATE TRIGGER day_sets_recount AFTER INSERT OR UPDATE OR DELETE ON day_sets FOR EACH STATEMENT
  EXECUTE FUNCTION beseda_recount_all('calendar');
