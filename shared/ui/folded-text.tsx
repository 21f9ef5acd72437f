import { MessageText } from './message-text';

/** What a mail quotes, and its signature: put away until somebody wants it. */
export function FoldedText(props: { text: string; texts: { show: string; hide: string } }) {
  return (
    <details class="ui-folded">
      <summary>
        <span class="ui-when-folded">{props.texts.show}</span>
        <span class="ui-when-open">{props.texts.hide}</span>
      </summary>
      <MessageText text={props.text} />
    </details>
  );
}
