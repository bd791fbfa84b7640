import { shardOf } from "./id.ts";
import type { Key } from "./ports.ts";

/** All that waits for a time stands in these partitions of the `wake` index, across workspaces; sweep reads them. */
export const wakeShards = 8;

export const wakePartition = (shard: number): string => `wake.${shard}`;

export const wakeKey = (id: string, at: Date): Key => ({
  pk: wakePartition(shardOf(id, wakeShards)),
  sk: `${at.toISOString()}~${id}`,
});
