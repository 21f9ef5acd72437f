/** Several of a few: each is sent under `name`. */
export function CheckGroup(props: {
  name: string;
  label: string;
  hint?: string;
  options: readonly { id: string; name: string }[];
  checked: readonly string[];
  empty?: string;
}) {
  const { name, options, checked, hint, empty } = props;
  return (
    <fieldset class="options settings-checks">
      <legend>{props.label}</legend>
      {options.map((option) => (
        <label key={option.id} class="option">
          <input type="checkbox" name={name} value={option.id} defaultChecked={checked.includes(option.id)} />
          <span>{option.name}</span>
        </label>
      ))}
      {options.length === 0 && <p class="soft">{empty}</p>}
      {hint && <small>{hint}</small>}
    </fieldset>
  );
}
