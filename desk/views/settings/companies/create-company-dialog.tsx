import type { CompanyCard } from '@beseda/shared/protocol/admin';
import type { ErrorCode } from '@beseda/shared/protocol/errors';
import { useState } from 'preact/hooks';
import { useActions, useDesk } from '../../contexts';
import { Dialog } from '../../dialog';
import { FormFoot } from '../../form-foot';
import { textOf } from '../../form-text';
import { useWords } from '../use-words';

/** Asks for what a company cannot be without, and goes to its page for the rest. */
export function CreateCompanyDialog({ onClose }: { onClose: () => void }) {
  const { http } = useDesk();
  const actions = useActions();
  const words = useWords();
  const [code, setCode] = useState<ErrorCode | null>(null);

  async function create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const ack = await http<CompanyCard>('POST', '/companies', {
      name: textOf(form, 'name'),
      externalId: textOf(form, 'externalId'),
    });
    if (!ack.ok) return setCode(ack.code);
    onClose();
    actions.go({ settings: { section: 'companies', id: ack.data.id } });
  }

  return (
    <Dialog label={words.companies.create} onClose={onClose}>
      <h2>{words.companies.create}</h2>
      <form class="form" id="create-company" onSubmit={(event) => void create(event)}>
        <label class="field">
          <span>{words.companies.name}</span>
          <input class="input" name="name" maxLength={200} required />
        </label>
        <label class="field">
          <span>{words.companies.externalId}</span>
          <input class="input" name="externalId" maxLength={200} required />
          <small>{words.companies.externalIdHint}</small>
        </label>
        <p class="refused" role="alert">
          {code && words.why(code)}
        </p>
      </form>
      <FormFoot form="create-company" submit={words.companies.created} onClose={onClose} />
    </Dialog>
  );
}
