import { z } from "zod";

/** What may stand in a row or a message: plain JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonMap = { [key: string]: Json };

/** An instant at a border: ISO 8601 with zone in, `Date` inside. A `Date` passes, so inner code may parse again. */
export const Instant = z.union([
  z.date(),
  z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
]);

/** The value as it will stand in JSON: dates become ISO 8601 UTC, absent fields vanish. */
export const toJson = (value: unknown): JsonMap => JSON.parse(JSON.stringify(value)) as JsonMap;
