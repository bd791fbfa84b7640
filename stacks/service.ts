import { alarms } from "./alarms.ts";
import { api } from "./api.ts";
import type { Ground } from "./grants.ts";
import { queues } from "./queues.ts";
import { environmentOf } from "./rooms.ts";
import { settings } from "./settings.ts";
import { allowUploads, storage, uploadOrigin } from "./storage.ts";
import { wakeByChanges, wakeByDeadLetters, wakeByQueues, wakeBySchedules } from "./wakes.ts";
import { frontDoor, web } from "./web.ts";

/** The whole service on AWS: what outlives a call, what wakes each room, and the one address that people know. */
export function service() {
  const said = settings();
  const stored = storage();
  const front = frontDoor(said, uploadOrigin(stored));
  allowUploads(stored, front.url);
  const ground: Ground = {
    storage: stored,
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
  // An operator's commands read the same environment as the functions (docs/aws.md).
  return { url: front.url, ...environmentOf(ground) };
}
