import type { DatabaseSync } from "node:sqlite";
import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { rowFrom } from "@otklik/aws/stored-row";
import { anyone } from "@otklik/aws-local/dynamo";
import type { Emulated } from "@otklik/aws-local/emulators";
import type { Row } from "@otklik/core/ports";
import { rowFrom as rowFromFile, type StoredRow } from "@otklik/local/table";

/** Every row of an embedded home. */
export const rowsOfFile = (db: DatabaseSync): Row[] =>
  (db.prepare("SELECT * FROM table_row").all() as StoredRow[]).map(rowFromFile);

/** Every row of a home on AWS. The product itself never scans. */
export async function rowsOfDynamo({
  endpoints,
  table,
}: Pick<Emulated, "endpoints" | "table">): Promise<Row[]> {
  const client = new DynamoDBClient({ endpoint: endpoints.db, ...anyone });
  const rows: Row[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table }))
    rows.push(...Items.map(rowFrom));
  client.destroy();
  return rows;
}
