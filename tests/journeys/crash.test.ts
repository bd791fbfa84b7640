import { queueNames } from "@otklik/core/ports";
import { openHome } from "@otklik/local/home";
import { rowsOfFile } from "../support/all-rows.ts";
import { type CrashedHome, describeCrashes } from "../support/crash-journey.ts";
import { homePlaces } from "../support/home-places.ts";
import { startOtklik } from "../support/running-service.ts";

describeCrashes("the embedded home", async (folder): Promise<CrashedHome> => {
  const places = homePlaces(folder);
  return {
    start: (environment) => startOtklik(["--empty", "--port", "0"], { ...places, ...environment }),
    async look() {
      const { db, table, queue, close } = await openHome(places.OTKLIK_DATA, { beside: true });
      const waiting = await Promise.all(queueNames.map((name) => queue.nextAt(name)));
      const dead = await Promise.all(queueNames.map((name) => queue.deadLetters(name, { limit: 1 })));
      return {
        table,
        rows: rowsOfFile(db),
        waiting: queueNames.filter((_, at) => waiting[at] !== null),
        dead: queueNames.filter((_, at) => dead[at]?.length !== 0),
        close,
      };
    },
    close: async () => undefined,
  };
});
