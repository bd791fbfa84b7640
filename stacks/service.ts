import { alarms } from "./alarms.ts";
import { api } from "./api.ts";
import type { Ground } from "./grants.ts";
import { queues } from "./queues.ts";
import { settings } from "./settings.ts";
import { storage } from "./storage.ts";
import { wakeByChanges, wakeByDeadLetters, wakeByQueues, wakeBySchedules } from "./wakes.ts";
import { frontDoor, web } from "./web.ts";

/** The whole service on AWS: what outlives a call, what wakes each room, and the one address that people know. */
export function service() {
  const said = settings();
  const front = frontDoor(said);
  const ground: Ground = {
    storage: storage(),
    queues: queues(),
    settings: said,
    publicUrl: front.url,
    parameters: `/${$app.name}/${$app.stage}`,
  };
  wakeBySchedules(ground);
  wakeByQueues(ground);
  wakeByChanges(ground);
  wakeByDeadLetters(ground);
  api(ground, front);
  web(front);
  alarms(ground.queues, said);
  return { url: front.url, table: ground.storage.table.name, parameters: ground.parameters };
}
