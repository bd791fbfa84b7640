import { changesFrom } from "@otklik/aws/stream";
import type { ChangeFeed } from "@otklik/core/ports";
import type { DynamoDBStreamEvent } from "aws-lambda";

/** The stream that the proxy before dynalite keeps, as a change feed; a position is a sequence number. */
export function streamFeed(endpoint: string): ChangeFeed {
  return {
    async read(position, limit) {
      const event = await readStream(endpoint, { after: position ?? "0", limit });
      const { changes, unreadable } = changesFrom(event);
      for (const { error } of unreadable) throw error;
      const next = event.Records.at(-1)?.dynamodb?.SequenceNumber ?? position;
      return { changes: changes.map(({ change }) => change), next };
    },
    async forget(position) {
      const response = await fetch(`${endpoint}/stream?upTo=${position}`, { method: "DELETE" });
      await response.body?.cancel();
    },
  };
}

/** Records behind a sequence number, oldest first, as Lambda would be handed them. */
export async function readStream(
  endpoint: string,
  { after, limit }: { after: string; limit: number },
): Promise<DynamoDBStreamEvent> {
  const response = await fetch(`${endpoint}/stream?after=${after}&limit=${limit}`);
  return (await response.json()) as DynamoDBStreamEvent;
}
