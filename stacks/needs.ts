import { triggers } from "../functions/triggers.ts";
import type { QueueName } from "./queues.ts";

type Names<List extends readonly { name: string }[]> = List[number]["name"];
export type RoomName =
  | Names<typeof triggers.schedules>
  | Names<typeof triggers.queues>
  | Names<typeof triggers.changes>
  | Names<typeof triggers.requests>
  | typeof triggers.dead.name;

/** What a room reaches beside the table and its own log, and how large its function is. */
export interface Need {
  /** The queues that it may send to. */
  sends?: readonly QueueName[];
  blobs?: readonly ("get" | "put" | "remove")[];
  /** Opens or seals networks' tokens. */
  tokens?: true;
  /** Sends mail, where a sender is set. */
  mail?: true;
  /** MB; a whole processor comes with 1,769: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
  memory?: number;
}

const everyQueue = triggers.queues.map(({ name }) => name);

/** A trigger without a line here does not pass the type check; `check:stacks` compares each with what its sources call. */
export const needs: Record<RoomName, Need> = {
  schedule: { sends: ["pull"] },
  sweep: { sends: ["deliver", "sum", "pull"] },
  pull: { sends: ["pull", "label"], blobs: ["get", "put"], tokens: true, memory: 1024 },
  label: { sends: ["response", "label"], memory: 1769 },
  response: {},
  deliver: { sends: ["deliver"], blobs: ["get"], tokens: true },
  sum: {},
  measure: { sends: ["sum"] },
  find: {},
  api: { sends: everyQueue, blobs: ["get"], tokens: true, memory: 1024 },
  dead: {},
};
