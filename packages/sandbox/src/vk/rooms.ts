// What every method of the API is given.
import type { Pusher } from "../kit/push.ts";
import type { Stage } from "../kit/stage.ts";
import type { State } from "../state.ts";
import type { EventLog } from "./event-log.ts";
import type { Token } from "./token.ts";

export interface Rooms {
  /** What is said on the wall, in topics and below market items. */
  comments: Stage;
  messages: Stage;
  log: EventLog;
  push: Pusher;
  state: State;
  now(): Date;
}

/** One call: its parameters as they came, whose token, and the simulator's own address. */
export interface Asked {
  parameters: Record<string, string>;
  token: Token;
  base: string;
}

export interface Method {
  /** `access_token_type` of VK's schema. */
  callers: readonly Token["kind"][];
  /** What is answered; throws an ApiError. */
  answer(asked: Asked, rooms: Rooms): unknown;
}
