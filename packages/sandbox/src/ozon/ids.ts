// Ids in Ozon's forms: UUIDs for what stands under products, numbers past 2^53 for messages.
import type { Chance } from "../chance.ts";
import { chance } from "../chance.ts";

const hex = (luck: Chance, length: number): string =>
  Array.from({ length }, () => luck.int(0, 15).toString(16)).join("");

/** As Ozon's own look, of which the first half moves with time. */
export const uuid = (luck: Chance): string =>
  `019${hex(luck, 5)}-${hex(luck, 4)}-7${hex(luck, 3)}-${"89ab".charAt(luck.int(0, 3))}${hex(luck, 3)}-${hex(luck, 12)}`;

/** The chat of a thread. */
export const chatIdOf = (threadId: string): string => uuid(chance(`ozon/chat/${threadId}`));

/** `uint64`, in the order of time. */
export const messageId = (n: number): string => String(3_000_000_000_118_000_000n + BigInt(n) * 1031n);

/** A product's number. */
export const skuOf = (subjects: readonly { key: string }[], about: string): number =>
  148_591_500 +
  Math.max(
    0,
    subjects.findIndex(({ key }) => key === about),
  );
