import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Stored } from "@otklik/aws/stored-row";
import { attributes, indexKey } from "@otklik/aws/table-definition";
import { indexNames } from "@otklik/core/ports";

// What DynamoDB bills. Sizes and units: AWS's developer guide, "DynamoDB item sizes and formats", "DynamoDB read
// consistency", "Capacity unit consumption" and "Provisioned throughput considerations for global secondary indexes".

/** Bytes: names and values in UTF-8; a number is a byte for two digits and one more. */
export function sizeOf(stored: Stored): number {
  return Object.entries(stored).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOfValue(value),
    0,
  );
}

function sizeOfValue({ S, N, B }: AttributeValue): number {
  if (S !== undefined) return Buffer.byteLength(S);
  if (B !== undefined) return B.length;
  if (N !== undefined) return Math.ceil(N.replace(/\D/g, "").length / 2) + 1;
  throw new Error("a stored row holds texts, numbers and bytes alone");
}

const kilobytes = (stored: Stored | undefined): number => (stored ? Math.ceil(sizeOf(stored) / 1024) : 0);

/** A write of the table itself: the larger of what stood there and what stands there now, one at least. */
export const tableWrite = (before: Stored | undefined, after: Stored | undefined): number =>
  Math.max(1, kilobytes(before), kilobytes(after));

/** The same write in the sparse indexes: nothing where the carried part is as before, two where its key changes. */
export function indexWrites(before: Stored | undefined, after: Stored | undefined): number {
  return indexNames.reduce((sum, index) => {
    const [was, is] = [carried(before, index), carried(after, index)];
    if (!was || !is) return sum + kilobytes(was) + kilobytes(is);
    const { pk, sk } = indexKey(index);
    if (was[pk]?.S !== is[pk]?.S || was[sk]?.S !== is[sk]?.S) return sum + kilobytes(was) + kilobytes(is);
    return JSON.stringify(was) === JSON.stringify(is) ? sum : sum + Math.max(kilobytes(was), kilobytes(is));
  }, 0);
}

/** What an index carries of a row; undefined where it does not stand there. */
function carried(stored: Stored | undefined, index: (typeof indexNames)[number]): Stored | undefined {
  const { pk, sk } = indexKey(index);
  if (!stored?.[pk]) return undefined;
  const names = [attributes.pk, attributes.sk, pk, sk, attributes.card, attributes.version];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = stored[name];
      return value ? [[name, value]] : [];
    }),
  );
}

/** A read of so many bytes in one request, by 4 kB; a consistent one costs twice one that may lag. */
export const readOf = (bytes: number, isConsistent: boolean): number =>
  Math.max(1, Math.ceil(bytes / 4096)) * (isConsistent ? 1 : 0.5);

/** Requests of SQS that one action with these bodies is billed as: one for every 64 kB. */
export const sqsRequests = (bodies: readonly string[]): number =>
  Math.max(1, Math.ceil(bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0) / 65_536));
