import { tellOutlook } from '@beseda/shared/domain/tell-promise';
import type { PromiseOutlook } from '@beseda/shared/protocol/http';
import { Component } from 'preact';
import { adopt, type ViewProps } from '../views/lazy-view';
import { openPhone } from './open-phone';
import { readerOf } from './reader-of';
import { promiseTexts } from './texts';

/** Three lines are as high as the button beside them. */
adopt('.outlook { display: block; font-size: 12px; line-height: 1.2 }');

const FRESH_MS = 60_000;
/** This is loaded once the session is there, which brings the first one. */
let askedAt = Date.now();

/** When a question asked now would be answered; asked for again each minute while somebody looks. */
export class View extends Component<ViewProps, { outlook?: PromiseOutlook | null }> {
  #timer: ReturnType<typeof setInterval> | undefined;

  override componentDidMount(): void {
    this.#timer = setInterval(() => void this.#refresh(), FRESH_MS);
    if (Date.now() - askedAt > FRESH_MS) void this.#refresh();
  }

  override componentWillUnmount(): void {
    clearInterval(this.#timer);
  }

  get outlook(): PromiseOutlook | null {
    const { access } = this.props.panel.state;
    if (this.state.outlook !== undefined) return this.state.outlook;
    return access.kind === 'staff' ? access.session.promise : null;
  }

  async #refresh(): Promise<void> {
    const { panel } = this.props;
    if (!panel.host?.visible || document.visibilityState !== 'visible') return;
    const { session } = panel;
    askedAt = Date.now();
    const ack = await panel.http<{ promise: PromiseOutlook | null }>('GET', '/promise');
    if (ack.ok && session === panel.session) this.setState({ outlook: ack.data.promise });
  }

  render() {
    const { panel } = this.props;
    const { access, locale } = panel.state;
    return (
      <span class="outlook">
        {this.outlook && tellOutlook(this.outlook, readerOf(panel))}{' '}
        {access.kind === 'staff' && access.session.phone && (
          <button type="button" class="link" onClick={() => openPhone(panel)}>
            {promiseTexts(locale).phone}
          </button>
        )}
      </span>
    );
  }
}
