import { describeMutations } from "../contracts/connector-mutation.ts";
import { describeWeek } from "../contracts/connector-week.ts";
import { openAppStore } from "./app-store/bench.ts";

describeWeek("App Store", () => openAppStore());
describeMutations("App Store", () => openAppStore({ posts: 40 }));
