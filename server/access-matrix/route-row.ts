import type { Expectation } from './expectations';
import type { World } from './open-world';

export interface Call {
  url: string;
  payload?: object | string;
  headers?: Record<string, string>;
}

/** One route: a call of it that asks for the owner's objects, and what comes of it for each. */
export interface RouteRow {
  call: (world: World) => Call | Promise<Call>;
  expected: Expectation;
  /** The same call for an object that does not exist; a refusal must look the same. */
  missing?: (world: World) => Call;
}

export function withId(base: string, id: string, payload?: object): Call {
  return { url: `${base}/${id}`, ...(payload ? { payload } : {}) };
}
