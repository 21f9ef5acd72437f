-- A vote stays in its voter's company.
DROP POLICY article_votes_rule ON article_votes;
CREATE POLICY article_votes_rule ON article_votes
  USING (beseda_inside() OR (voter_id = beseda_person() AND company_id = beseda_company()));
--> statement-breakpoint
-- Requesters see their company and its people, and change neither: a policy for everything would let them delete.
DROP POLICY companies_rule ON companies;
CREATE POLICY companies_rule ON companies USING (beseda_inside());
CREATE POLICY companies_seen ON companies FOR SELECT USING (id = beseda_company());
--> statement-breakpoint
DROP POLICY people_rule ON people;
CREATE POLICY people_rule ON people USING (beseda_inside());
CREATE POLICY people_seen ON people FOR SELECT
  USING (company_id = beseda_company() AND (beseda_manager() OR id = beseda_person()));
