import { join } from "node:path";

/** Environment of a home that lies in this folder under this name, its key beside it. */
export const homePlaces = (folder: string, name = "data") => ({
  OTKLIK_DATA: join(folder, name),
  OTKLIK_KEY_FILE: join(folder, `${name}.key`),
});
