import { wildberriesBy } from "@otklik/connectors/wildberries/index";
import { describeMutations } from "../contracts/connector-mutation.ts";
import { describeWeek } from "../contracts/connector-week.ts";
import { openWildberries } from "./wildberries/bench.ts";

describeWeek("Wildberries", () => openWildberries());
describeMutations("Wildberries", async () => ({
  ...(await openWildberries({ reviews: 30, questions: 8, chats: 12 })),
  connector: wildberriesBy({ dated: 10, archive: 10 }),
}));
