import { describeWeek } from "../contracts/connector-week.ts";
import { openMail } from "./email/bench.ts";

describeWeek("E-mail", () => openMail({ posts: 60 }));
