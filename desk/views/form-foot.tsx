import { useTexts } from './contexts';

/** The last row of a dialog with a form: away without it, or on. */
export function FormFoot(props: { form: string; submit: string; danger?: boolean; onClose: () => void }) {
  const { texts } = useTexts();
  return (
    <div class="dialog-foot">
      <button type="button" class="button" onClick={props.onClose}>
        {texts.app.cancel}
      </button>
      <button type="submit" form={props.form} class={props.danger ? 'button danger' : 'button primary'}>
        {props.submit}
      </button>
    </div>
  );
}
