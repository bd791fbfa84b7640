import { describeMutations } from "../contracts/connector-mutation.ts";
import { describeWeek } from "../contracts/connector-week.ts";
import { openGooglePlay } from "./google-play/bench.ts";

describeWeek("Google Play", () => openGooglePlay());
describeMutations("Google Play", () => openGooglePlay({ posts: 250 }));
