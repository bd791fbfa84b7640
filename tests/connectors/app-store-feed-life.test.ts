import { describeMutations } from "../contracts/connector-mutation.ts";
import { describeWeek } from "../contracts/connector-week.ts";
import { openAppStoreFeed } from "./app-store-feed/bench.ts";

describeWeek("The App Store's public feed", () => openAppStoreFeed());
describeMutations("The App Store's public feed", () => openAppStoreFeed({ posts: 140 }));
