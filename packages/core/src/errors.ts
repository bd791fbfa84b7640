import { bothTongues, type Said, type Told } from "./said.ts";

/** Why the caller's wish was not granted; `refusalStatus` is the one table from code to HTTP status. */
export const refusalStatus = {
  "bad-input": 400,
  "signed-out": 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  unreadable: 422,
  "too-many": 429,
  unavailable: 503,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

/** The caller asked for what we will not do. `said` may be shown to a person; `message` is its English. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly said: Said;
  /** What the client may read by machine beside the message, such as the version that stands there now. */
  readonly detail: Record<string, unknown> | undefined;
  constructor(code: RefusalCode, message: Told, detail?: Record<string, unknown>) {
    const said = bothTongues(message);
    super(said.en);
    this.name = "Refusal";
    this.code = code;
    this.said = said;
    this.detail = detail;
  }
}

export const faultKinds = ["throttled", "unavailable", "unauthorized", "changed", "refused", "gone"] as const;
export type FaultKind = (typeof faultKinds)[number];

/**
 * A network did not do what was asked. Thrown by connectors only; the kind alone decides what follows
 * (`whatFollows` in source/source.ts). `retryAt` is the network's own word, where it gave one. `said` is for the person
 * whose source it is; `message` is its English.
 */
export class NetworkFault extends Error {
  readonly kind: FaultKind;
  readonly said: Said;
  readonly retryAt: Date | undefined;
  constructor(kind: FaultKind, message: Told, more: { retryAt?: Date | undefined; cause?: unknown } = {}) {
    const said = bothTongues(message);
    super(said.en, { cause: more.cause });
    this.name = "NetworkFault";
    this.kind = kind;
    this.said = said;
    this.retryAt = more.retryAt;
  }
}

/** Not the network's word but ours: its limit is used up, or another's turn comes first. */
export class OutOfTurn extends NetworkFault {
  constructor(retryAt: Date, said: Said = limitUsedUp) {
    super("throttled", said, { retryAt });
    this.name = "OutOfTurn";
  }
}

const limitUsedUp: Said = {
  ru: "Лимит запросов к площадке пока исчерпан.",
  en: "The network's limit is used up for now.",
};
