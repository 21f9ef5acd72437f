-- Who opens a ticket may have one mail sent about it: to their own address.
CREATE POLICY mail_outbox_confirmed ON mail_outbox FOR INSERT
  WITH CHECK (kind = 'confirmation' AND company_id = beseda_company()
    AND recipient = (SELECT p.email FROM people p WHERE p.id = beseda_person())
    AND EXISTS (SELECT 1 FROM conversations c WHERE c.id = conversation_id AND c.person_id = beseda_person()));
