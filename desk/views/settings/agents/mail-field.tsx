import { useTeamWords } from '../use-team-words';

export function MailField() {
  const { agents } = useTeamWords();
  return (
    <label class="option settings-hinted">
      <input type="checkbox" name="mail" defaultChecked />
      <span>
        {agents.mail}
        <small>{agents.mailHint}</small>
      </span>
    </label>
  );
}
