/** A wrong value of the environment: the start is stopped with this one line. */
export class EnvironmentError extends Error {
  readonly variable: string;

  constructor(variable: string, takes: string) {
    super(`${variable} takes ${takes}.`);
    this.name = 'EnvironmentError';
    this.variable = variable;
  }
}
