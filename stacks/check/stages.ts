import { type Edit, evaluate } from "./evaluate.ts";
import type { Graph } from "./graph.ts";
import { sentinel } from "./rules/data.ts";

export const stages = ["production", "anna"] as const;

/** What whoever deploys may have in their environment, secrets among it, each of which says the same. */
const environment = {
  OTKLIK_MAIL_FROM: "reviews@example.com",
  OTKLIK_ALARM_MAIL: "operator@example.com",
  OPENAI_API_KEY: sentinel,
  OTKLIK_KEY: sentinel,
  SLACK_WEBHOOK_URL: `https://hooks.slack.example/${sentinel}`,
  AWS_SECRET_ACCESS_KEY: sentinel,
};

/** One stage as a company would deploy it, with one source changed where an edit is given. */
export const deployed = (stage: (typeof stages)[number], edit?: Edit): Promise<Graph> =>
  evaluate(stage, { environment, ...(edit ? { edit } : {}) });
