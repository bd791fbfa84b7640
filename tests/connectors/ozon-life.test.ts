import { describeMutations } from "../contracts/connector-mutation.ts";
import { describeWeek } from "../contracts/connector-week.ts";
import { openOzon } from "./ozon/bench.ts";

describeWeek("Ozon", () => openOzon());
describeMutations("Ozon", () => openOzon({ posts: 40, chats: 8 }));
