import { triggers } from "../functions/triggers.ts";
import type { QueueName } from "./queues.ts";

type Names<List extends readonly { name: string }[]> = List[number]["name"];
type Single =
  | Names<typeof triggers.schedules>
  | Names<typeof triggers.changes>
  | Names<typeof triggers.requests>
  | typeof triggers.dead.name;
export type TriggerName = Single | QueueName;
/** A file of functions/; two queues may wake one. */
export type RoomName = Single | (typeof triggers.queues)[number]["room"];

/** The room that a trigger wakes: its own name, unless its queue names another. */
export const roomOf = (trigger: TriggerName): RoomName =>
  triggers.queues.find(({ name }) => name === trigger)?.room ?? (trigger as Single);

/** What a room reaches beside the table and its own log, and how large its function is. */
export interface Need {
  /** The queues that it may send to. */
  sends?: readonly QueueName[];
  blobs?: readonly ("get" | "put" | "remove")[];
  /** Opens or seals networks' tokens. */
  tokens?: true;
  /** Sends mail, where a sender is set. */
  mail?: true;
  /** Labels by the embedded models, whose files lie beside the bundle. */
  model?: true;
  /** MB; a whole processor comes with 1,769: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
  memory?: number;
}

/** The bundler takes no file along by itself; at the root of the package it is found wherever the bundle lies in it. */
export const modelFiles = ["sentiment.bin.gz", "signals.bin.gz"].map((to) => ({
  from: `packages/language/src/model/${to}`,
  to,
}));

const everyQueue = triggers.queues.map(({ name }) => name);

/** A room without a line here does not pass the type check; `check:stacks` compares each with what its sources call. */
export const needs: Record<RoomName, Need> = {
  schedule: { sends: ["pull"] },
  sweep: { sends: ["deliver", "notify", "pull", "sum"] },
  pull: {
    sends: ["deliver", "label", "notify", "pastLabel", "pull"],
    blobs: ["get", "put"],
    tokens: true,
    memory: 1024,
  },
  label: { sends: ["label", "pastLabel", "pastResponse", "response"], model: true, memory: 1769 },
  triage: { sends: ["notify"] },
  deliver: { sends: ["deliver"], blobs: ["get"], tokens: true },
  notify: { sends: ["notify"], tokens: true, mail: true },
  sum: {},
  measure: { sends: ["sum"] },
  find: {},
  api: { sends: everyQueue, blobs: ["get", "put"], tokens: true, mail: true, memory: 1024 },
  webhook: { sends: ["deliver", "label", "pastLabel", "pull"], blobs: ["get", "put"], tokens: true },
  dead: {},
};
