import { Component, type VNode } from 'preact';
import type { RenewLinks } from '../client/renew-links';
import type { Attachment } from '../domain/event';

interface FreshFileProps {
  file: Attachment;
  renew: RenewLinks;
  children: (file: Attachment) => VNode;
}

/** Before a link's end; links live twice as long at least, so a clock that is a little wrong does no harm. */
const EARLY_MS = 15 * 60_000;
const PAUSE_MS = 60_000;

const endOf = ({ url }: Attachment) => Number(/[?&]e=(\d+)/.exec(url)?.[1]);

/** Gives its child a file whose links work for as long as it is shown. */
export class FreshFile extends Component<FreshFileProps, { fresh: Attachment | null }> {
  override state: { fresh: Attachment | null } = { fresh: null };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown = true;

  override componentDidMount(): void {
    this.#wait(0);
  }

  override componentDidUpdate(before: FreshFileProps): void {
    if (before.file.url !== this.props.file.url) this.#wait(0);
  }

  override componentWillUnmount(): void {
    this.#shown = false;
    clearTimeout(this.#timer);
  }

  #wait(least: number): void {
    clearTimeout(this.#timer);
    const left = endOf(this.#current()) - Date.now() - EARLY_MS;
    if (this.#shown) this.#timer = setTimeout(() => void this.#renew(), Math.max(left, least));
  }

  async #renew(): Promise<void> {
    const fresh = await this.props.renew(this.props.file.id);
    if (fresh && this.#shown) this.setState({ fresh });
    this.#wait(PAUSE_MS);
  }

  /** What an event has said of the file is newer than what was renewed before it. */
  #current(): Attachment {
    const { file } = this.props;
    const { fresh } = this.state;
    return fresh && endOf(fresh) >= endOf(file) && fresh.state === file.state ? fresh : file;
  }

  render(): VNode {
    return this.props.children(this.#current());
  }
}
