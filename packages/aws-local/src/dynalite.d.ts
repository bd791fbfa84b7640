declare module "dynalite" {
  import type { Server } from "node:http";

  /** A DynamoDB of one process; its tables live in memory, or under `path`. */
  function dynalite(options: {
    createTableMs?: number;
    deleteTableMs?: number;
    updateTableMs?: number;
    path?: string;
  }): Server;
  export = dynalite;
}
