import type { Failures } from '@beseda/shared/protocol/host-bridge';
import type { SessionCreated } from '@beseda/shared/protocol/http';
import type { BesedaOptions } from '../npm/types';
import { app, type LoaderApp } from './app';
import { emit } from './events';
import { button } from './launcher';

export type Call = [method: string, ...args: unknown[]];

/** What the loader and the host script share. */
export interface Core {
  app: LoaderApp;
  emit: (name: string, detail?: unknown) => void;
  button: HTMLButtonElement;
  options: BesedaOptions;
  /** Raised when another person, or nobody, is meant from now on. */
  identity: number;
  /** Answer of the exchange at idle; belongs to `identity`. */
  session?: SessionCreated | undefined;
  /** The panel; mounted hidden by the loader, laid out by the host script. */
  frame?: HTMLIFrameElement | undefined;
  locale: () => 'ru' | 'en';
  /** What went wrong in the page, where the host lets us look; set by the script that looks. */
  failures?: (() => Failures) | undefined;
  /** Whether the panel stands beside the page; undefined where it cannot. */
  beside?: boolean | undefined;
  /**
   * Calls that wait for `init`, then for the host script, which then takes over `push`. Besides methods of the
   * JS API: `changed` (options or identity have) and `stop` (`destroy` was called).
   */
  queue: Call[];
}

/** What the host script exports; called for every frame that is mounted, and where diagnostics are wanted. */
export interface HostScript {
  attach: (core: Core) => Promise<void>;
}

export const core: Core = {
  app,
  emit,
  button,
  options: {},
  identity: 0,
  queue: [],
  locale: () => (/^ru/i.test(core.options.locale || document.documentElement.lang || 'ru') ? 'ru' : 'en'),
};
