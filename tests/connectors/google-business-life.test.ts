import { describeMutations } from "../contracts/connector-mutation.ts";
import { describeWeek } from "../contracts/connector-week.ts";
import { openGoogleBusiness } from "./google-business/bench.ts";

describeWeek("Google Business Profile", () => openGoogleBusiness());
describeMutations("Google Business Profile", () => openGoogleBusiness({ posts: 120 }));
