import { Refusal } from '../context/refusal';
import type { TokenClaims } from '../people/upsert-requester';

/** What a distributor is told: who is served, and where their own company helps them. */
export function notStaff({ name, company }: TokenClaims, supportUrl: string | null): Refusal {
  return new Refusal('not_staff', 'Support is for the staff of a company, not for its distributors.', {
    details: { name, company: company.name, supportUrl },
  });
}
