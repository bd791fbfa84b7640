import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import {
  type IndexCard,
  type IndexName,
  indexNames,
  type Key,
  type NewRow,
  type Row,
} from "@otklik/core/ports";
import { packJson, unpackJson } from "./packed-json.ts";
import { attributes, indexKey } from "./table-definition.ts";

/** A row as DynamoDB keeps it. */
export type Stored = Record<string, AttributeValue>;

/** All of a row but its key and its version. */
export function storedParts({ body, card, index = {} }: NewRow): Stored {
  const stored: Stored = { [attributes.body]: packJson(body) };
  if (card) stored[attributes.card] = packJson(card);
  for (const name of indexNames) {
    const place = index[name];
    if (!place) continue;
    stored[indexKey(name).pk] = { S: place.pk };
    stored[indexKey(name).sk] = { S: place.sk };
  }
  return stored;
}

/** Every attribute that `storedParts` may give: those a row has no more must go when it is written over. */
export const partNames: readonly string[] = [
  attributes.body,
  attributes.card,
  ...indexNames.flatMap((name) => [indexKey(name).pk, indexKey(name).sk]),
];

export const storedKey = ({ pk, sk }: Key): Stored => ({
  [attributes.pk]: { S: pk },
  [attributes.sk]: { S: sk },
});

/** @throws Error when it is not a row of ours */
export function rowFrom(stored: Stored): Row {
  const row: Row = {
    ...keyFrom(stored),
    version: versionFrom(stored),
    body: unpackJson(stored[attributes.body]),
  };
  if (stored[attributes.card]) row.card = unpackJson(stored[attributes.card]);
  for (const name of indexNames)
    if (stored[indexKey(name).pk]) row.index = { ...row.index, [name]: placeFrom(stored, name) };
  return row;
}

/** @throws Error when it is not a row of ours as an index carries it */
export const cardFrom = (stored: Stored, index: IndexName): IndexCard => ({
  ...keyFrom(stored),
  at: placeFrom(stored, index),
  version: versionFrom(stored),
  card: stored[attributes.card] ? unpackJson(stored[attributes.card]) : {},
});

export const keyFrom = (stored: Stored): Key => ({
  pk: textOf(stored, attributes.pk),
  sk: textOf(stored, attributes.sk),
});

const placeFrom = (stored: Stored, index: IndexName): Key => ({
  pk: textOf(stored, indexKey(index).pk),
  sk: textOf(stored, indexKey(index).sk),
});

/** @throws Error when it has none */
export function versionFrom(stored: Stored): number {
  const version = Number(stored[attributes.version]?.N);
  if (!Number.isInteger(version)) throw new Error("a stored row has no version");
  return version;
}

function textOf(stored: Stored, name: string): string {
  const text = stored[name]?.S;
  if (text === undefined) throw new Error(`a stored row has no text "${name}"`);
  return text;
}
