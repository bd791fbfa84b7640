import { keepLetter } from "@otklik/core/alert/letter-store";
import type { Table } from "@otklik/core/ports";
import { scopedTable } from "@otklik/core/table-scope";
import type { Post } from "./letter.ts";

/** Keeps letters as rows of their workspace, to be read in the app: where no mail server is configured. */
export const keepLetters =
  (table: Table): Post =>
  async ({ workspaceId, id, at, to, subject, text, html }) =>
    keepLetter(scopedTable(table, workspaceId), { id, at, to, subject, text, html });
