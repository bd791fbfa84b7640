import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

const web = join(import.meta.dirname, "../../web");

/** Builds the web app when it is not there yet; whoever changes it runs `npm run build:web` first. */
export async function buildWeb(): Promise<void> {
  if (existsSync(join(web, "dist/index.html"))) return;
  await build({ root: web, configFile: join(web, "vite.config.ts"), logLevel: "error" });
}
