import { shardOf } from "./id.ts";
import type { Key } from "./ports.ts";

/** All that waits for a time stands in these partitions of the `wake` index, across workspaces; sweep reads them. */
export const wakeShards = 8;

export const wakePartition = (shard: number): string => `wake.${shard}`;

/** Where a row stands that sweep removes at that time; `id` is any name that is the row's alone. */
export const expiring = (id: string, at: Date) => ({
  index: { wake: wakeKey(id, at) },
  card: { is: "expiring" },
});

export const wakeKey = (id: string, at: Date): Key => ({
  pk: wakePartition(shardOf(id, wakeShards)),
  sk: `${at.toISOString()}~${id}`,
});
