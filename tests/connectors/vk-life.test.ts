import { describeMutations } from "../contracts/connector-mutation.ts";
import { describeWeek } from "../contracts/connector-week.ts";
import { openVk, tokens } from "./vk/bench.ts";

describeWeek("VK's wall", () => openVk({ credentials: { ...tokens.all, token: "demo-community-bare" } }));
describeWeek("VK's messages", () => openVk({ part: "messages", credentials: tokens.community }));
describeMutations("VK's wall", () => openVk({ posts: 24 }));
describeMutations("VK's messages", () =>
  openVk({ posts: 24, part: "messages", credentials: tokens.community }),
);
