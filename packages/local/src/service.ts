import { composePorts } from "./compose.ts";
import type { Config } from "./config.ts";
import { openHome } from "./home.ts";
import { homeKey } from "./home-key.ts";
import { canWrite } from "./readiness.ts";
import { checkBuilt, type Service, type Serving, serve } from "./serve.ts";

export interface EmbeddedService extends Service {
  /** The key of the credentials was made just now: its owner should keep a copy apart from the data. */
  isKeyNew: boolean;
}

/**
 * Brings up the embedded home in one process, and the sandbox networks beside it unless `empty`.
 * @throws Error that says what to do: the folder is in use, a port is taken, the web app is not built
 */
export async function startService(config: Config, how: Serving): Promise<EmbeddedService> {
  checkBuilt();
  const home = await openHome(config.dataFolder);
  const { key, from } = await homeKey(home.table, config).catch((error: unknown) => {
    home.close();
    throw error;
  });
  const compose = (allowHosts: string[]) => composePorts(home, config, { log: how.log, allowHosts, key });
  const { table, close } = home;
  const isWritable = async (): Promise<boolean> => canWrite(home.db);
  const opened = { table, wakers: home, compose, isWritable, close };
  return { ...(await serve(opened, config, how)), isKeyNew: from === "created" };
}
