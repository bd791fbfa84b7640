import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { JsonMap } from "@otklik/core/json";
import { dictionary } from "./dictionary.ts";

/** The first byte of packed JSON: which dictionary it was packed with. */
const dictionaryNumber = 1;
/** Shorter than this it stays readable: there is hardly anything to win. */
const worthPacking = 100; // bytes

/**
 * JSON as one attribute. DynamoDB bills a write by the kilobyte and Cyrillic takes two bytes a letter; deflated, a review
 * of 400 letters with its label is one write unit instead of three. One text is also exact, where a native map rounds
 * numbers and bills each value's type and length.
 */
export function packJson(value: JsonMap): AttributeValue {
  const text = JSON.stringify(value);
  if (Buffer.byteLength(text) < worthPacking) return { S: text };
  const packed = deflateRawSync(text, { dictionary, level: 9 });
  return { B: Buffer.concat([Buffer.of(dictionaryNumber), packed]) };
}

/**
 * @param attribute as the SDK gives it, or a stream's event, where bytes stand in base 64
 * @throws Error when it is no JSON that was packed here
 */
export function unpackJson(attribute: AttributeValue | undefined): JsonMap {
  if (attribute?.S !== undefined) return JSON.parse(attribute.S) as JsonMap;
  const bytes: unknown = attribute?.B;
  const packed = typeof bytes === "string" ? Buffer.from(bytes, "base64") : bytes;
  if (!(packed instanceof Uint8Array)) throw new Error("a stored row lacks its JSON");
  if (packed[0] !== dictionaryNumber)
    throw new Error(
      `a stored row was packed with dictionary ${packed[0]}; a newer version of this program knows it`,
    );
  return JSON.parse(inflateRawSync(packed.subarray(1), { dictionary }).toString()) as JsonMap;
}
