import type { Rule } from "./rule.ts";
import { dataRules } from "./rules/data.ts";
import { doorRules } from "./rules/doors.ts";
import { functionRules } from "./rules/functions.ts";
import { queueRules } from "./rules/queues.ts";
import { rightRules } from "./rules/rights.ts";
import { wakeRules } from "./rules/wakes.ts";

/** All that is held of the service on AWS. */
export const rules: readonly Rule[] = [
  ...wakeRules,
  ...queueRules,
  ...functionRules,
  ...rightRules,
  ...doorRules,
  ...dataRules,
];
