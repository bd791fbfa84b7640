import type { Edit } from "./bundle.ts";
import { evaluate } from "./evaluate.ts";
import type { Graph } from "./graph.ts";
import type { Rule } from "./rule.ts";
import { sentinel } from "./rules/data.ts";

export const stages = ["production", "anna"] as const;
export type Stage = (typeof stages)[number];

/** Whether a rule speaks of this stage. */
export const ruleIsOf =
  (stage: Stage) =>
  ({ only }: Rule): boolean =>
    !only || (only === "production") === (stage === "production");

/** What whoever deploys may have in their environment, secrets among it, each of which says the same. */
const usual = {
  OTKLIK_MAIL_FROM: "reviews@example.com",
  OTKLIK_ALARM_MAIL: "operator@example.com",
  OPENAI_API_KEY: sentinel,
  OTKLIK_KEY: sentinel,
  SLACK_WEBHOOK_URL: `https://hooks.slack.example/${sentinel}`,
  AWS_SECRET_ACCESS_KEY: sentinel,
};

/** One stage as a company would deploy it; `edit` changes one source, `environment` what is said to it. */
export const deployed = (
  stage: Stage,
  { edit, environment }: { edit?: Edit; environment?: Record<string, string> } = {},
): Promise<Graph> =>
  evaluate(stage, { environment: { ...usual, ...environment }, ...(edit ? { edit } : {}) });
