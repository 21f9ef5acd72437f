/** A section's title, with the button that adds to its list. */
export function SectionHead(props: { title: string; create: string; onCreate: () => void }) {
  return (
    <div class="settings-tools section-head">
      <h3 id="settings-title">{props.title}</h3>
      <button type="button" class="button" onClick={props.onCreate}>
        {props.create}
      </button>
    </div>
  );
}
