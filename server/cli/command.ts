/** Where a command runs: its environment, its folder and its two outputs. Lines come without their end. */
export interface Shell {
  readonly env: Record<string, string | undefined>;
  readonly cwd: string;
  out(line: string): void;
  err(line: string): void;
}

export interface Command {
  /** The words that name it: `app secret add`. */
  name: string;
  /** What follows the name. */
  takes: string;
  does: string;
  run(args: string[], shell: Shell): Promise<void>;
}

/** The command was asked for wrongly; `message` is one line. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
