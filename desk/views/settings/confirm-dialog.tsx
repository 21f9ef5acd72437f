import { useTexts } from '../contexts';
import { Dialog } from '../dialog';

/** Says what will happen, and asks. */
export function ConfirmDialog(props: {
  title: string;
  what: string;
  label: string;
  /** How it is called not to; «cancel» unless said. */
  cancel?: string;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { texts } = useTexts();
  return (
    <Dialog label={props.title} onClose={props.onClose}>
      <h2>{props.title}</h2>
      <p>{props.what}</p>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={props.onClose}>
          {props.cancel ?? texts.app.cancel}
        </button>
        <button type="button" class="button danger" onClick={props.onConfirm}>
          {props.label}
        </button>
      </div>
    </Dialog>
  );
}
