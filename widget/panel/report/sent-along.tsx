import { Component } from 'preact';
import { collectPage, leaveOut, listParts, type PagePart } from './page-parts';
import type { FieldProps } from './report';
import { reportTexts } from './texts';

/** What goes with a new conversation, part by part: a part without its tick stays here. */
export class SentAlong extends Component<FieldProps> {
  override componentDidMount(): void {
    const { panel } = this.props;
    panel.describePage = ({ report }) =>
      panel.host
        ? leaveOut(collectPage(panel.host, panel, navigator.userAgent), report?.without ?? [])
        : null;
    addEventListener('focus', this.#refresh);
    this.#refresh();
  }

  override componentWillUnmount(): void {
    removeEventListener('focus', this.#refresh);
  }

  /** Pages change without notice; whoever comes back to the panel sees the one that they come from. */
  #refresh = (): void => void this.props.panel.bridge.askState();

  render({ panel, report, change }: FieldProps) {
    if (!panel.host) return null;
    const texts = reportTexts(panel.state.locale);
    const { without = [] } = report;
    const parts = listParts(collectPage(panel.host, panel, navigator.userAgent), texts);
    const names = parts.filter(({ key }) => !without.includes(key)).map(({ label }) => label.toLowerCase());
    const toggle = (key: string) =>
      change({
        without: without.includes(key) ? without.filter((other) => other !== key) : [...without, key],
      });
    return (
      <details class="along" open={Boolean(panel.host.failures)}>
        <summary>
          {texts.along}: {names.join(', ') || texts.nothing}
        </summary>
        {parts.map((part) => (
          <Part key={part.key} part={part} isSent={!without.includes(part.key)} toggle={toggle} />
        ))}
      </details>
    );
  }
}

interface PartProps {
  part: PagePart;
  isSent: boolean;
  toggle: (key: string) => void;
}

function Part({ part: { key, label, lines }, isSent, toggle }: PartProps) {
  return (
    <label class="tick part">
      <input type="checkbox" checked={isSent} onChange={() => toggle(key)} />
      <span>
        <b>{label}</b>
        {lines.map((line, index) => (
          <span key={index}>{line}</span>
        ))}
      </span>
    </label>
  );
}
