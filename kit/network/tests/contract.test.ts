import { describeConnector } from "../../../tests/contracts/connector.ts";
import { describeMutations } from "../../../tests/contracts/connector-mutation.ts";
import { describeWeek } from "../../../tests/contracts/connector-week.ts";
import { openExampleReviews } from "./bench.ts";

describeConnector("Example Reviews", () => openExampleReviews());
describeWeek("Example Reviews", () => openExampleReviews());
describeMutations("Example Reviews", () => openExampleReviews({ posts: 120 }));
