import type { Edit } from "./bundle.ts";
import type { Stage } from "./stages.ts";

/** A mistake that somebody might make in the stacks, and the rule that must notice it. */
export interface Fault {
  name: string;
  edit: Edit;
  /** The rule's own sentence. */
  breaks: string;
  /** The stage in which it shows; unless said, production. */
  stage?: Stage;
}

const wakes = "every trigger wakes its function once, and nothing else wakes any";
const narrow = "no policy has a wildcard but for all indexes, a prefix and a log's streams";
const exact = "each function may do exactly what its room needs";
const kept = "nothing that people depend on is removed by mistake";

export const faults: readonly Fault[] = [
  {
    name: "a queue without redrive",
    edit: { file: "stacks/queues.ts", from: "dlq: { queue: dead.arn, retry: maxReceives },", to: "" },
    breaks: "each queue hands what failed too often to a dead-letter queue of its own kind",
  },
  {
    name: "dead letters kept for four days only",
    edit: { file: "stacks/queues.ts", from: "messageRetentionSeconds: letterDays * 24 * 3600,", to: "" },
    breaks: "each dead-letter queue keeps its letters for 14 days",
  },
  {
    name: "a dead-letter queue without a consumer",
    edit: { file: "stacks/wakes.ts", from: "{ arn }] of letters)", to: "{ arn }] of letters.slice(1))" },
    breaks: "each dead-letter queue is read by the function that keeps dead letters",
  },
  {
    name: "a dead-letter queue without an alarm",
    edit: {
      file: "stacks/alarms.ts",
      from: "[name, queue] of Object.entries(dead))",
      to: "[name, queue] of Object.entries(dead).slice(1))",
    },
    breaks: "each dead-letter queue raises an alarm when a letter arrives and when it cannot be kept",
  },
  {
    name: "visibility too short",
    edit: { file: "stacks/queues.ts", from: "const visibilityTimes = 6;", to: "const visibilityTimes = 1;" },
    breaks: "a message stays hidden for at least six times its function's time",
  },
  {
    name: "partial responses off",
    edit: { file: "stacks/wakes.ts", from: "partialResponses: true,", to: "" },
    breaks: "a function names the messages that failed, so that only they come again",
  },
  {
    name: "a trigger missing",
    edit: { file: "stacks/service.ts", from: "wakeByChanges(ground);", to: "" },
    breaks: wakes,
  },
  {
    name: "a trigger doubled",
    edit: {
      file: "stacks/service.ts",
      from: "wakeByQueues(ground);",
      to: `wakeByQueues(ground);
        new aws.lambda.EventSourceMapping("Again", {
          eventSourceArn: ground.queues.work.sum.arn,
          functionName: "arn:aws:lambda:eu-central-1:123456789012:function:otklik-production-sum",
          batchSize: 1,
        });`,
    },
    breaks: wakes,
  },
  {
    name: "a path of the API that no trigger names",
    edit: {
      file: "stacks/api.ts",
      from: "for (const { name, path } of triggers.requests) {",
      to: `http.route("GET /debug", "functions/api.handler"); for (const { name, path } of triggers.requests) {`,
    },
    breaks: wakes,
  },
  {
    name: "a schedule that forgets its time",
    edit: { file: "stacks/wakes.ts", from: `event: { time: "<aws.scheduler.scheduled-time>" },`, to: "" },
    breaks: "a schedule hands on its own time, is retried for a while and then put aside",
  },
  {
    name: "a change that holds up all others",
    edit: { file: "stacks/wakes.ts", from: "bisectBatchOnFunctionError: true,", to: "" },
    breaks: "a change that fails is split off, retried within bounds and put aside; none is skipped",
  },
  {
    name: "a wildcard action",
    edit: { file: "stacks/grants.ts", from: `"dynamodb:GetItem",`, to: `"dynamodb:*",` },
    breaks: narrow,
  },
  {
    name: "a wildcard resource",
    edit: {
      file: "stacks/grants.ts",
      from: "resources: names.map((name) => work[name].arn),",
      to: `resources: ["*"],`,
    },
    breaks: narrow,
  },
  {
    name: "a right that a room does not need",
    edit: { file: "stacks/needs.ts", from: "find: {},", to: "find: { tokens: true }," },
    breaks: exact,
  },
  {
    name: "a right taken from a room that needs it",
    edit: { file: "stacks/needs.ts", from: `measure: { sends: ["sum"] },`, to: "measure: {}," },
    breaks: exact,
  },
  {
    name: "a role that the account's root may assume",
    edit: {
      file: "stacks/rooms.ts",
      from: `{ Service: "lambda.amazonaws.com" }`,
      to: `{ AWS: "arn:aws:iam::123456789012:root" }`,
    },
    breaks: "roles are assumed by Lambda and by the scheduler alone, each by one",
  },
  {
    name: "a public function URL",
    edit: {
      file: "stacks/rooms.ts",
      from: `architecture: "arm64",`,
      to: `architecture: "arm64", url: true,`,
    },
    breaks: "no door stands open but the API's and the web app's",
  },
  {
    name: "a public bucket",
    edit: { file: "stacks/storage.ts", from: "cors: false,", to: `cors: false, access: "public",` },
    breaks: "the bucket of blobs is private and encrypted, and forgets uploads that were broken off",
  },
  {
    name: "uploads from anybody's page",
    edit: { file: "stacks/storage.ts", from: "allowedOrigins: [publicUrl]", to: `allowedOrigins: ["*"]` },
    breaks: "files come into the bucket from our own page alone",
  },
  {
    name: "errors of one person's kept for all",
    edit: { file: "stacks/web.ts", from: "args.customErrorResponses = uncachedErrors;", to: "" },
    breaks: "no error of one person's is kept for another, and the browser is told what it may do",
  },
  {
    name: "a secret's value in a variable",
    edit: {
      file: "stacks/rooms.ts",
      from: "OTKLIK_SSM: parameters,",
      to: `OTKLIK_SSM: parameters, OTKLIK_MODEL: process.env.OPENAI_API_KEY ?? "",`,
    },
    breaks: "no resource is told a secret",
  },
  {
    name: "deletion protection off",
    edit: { file: "stacks/storage.ts", from: "deletionProtection: isProduction(),", to: "" },
    breaks: kept,
  },
  {
    name: "a key that goes with its stage",
    edit: { file: "stacks/storage.ts", from: "{ retainOnDelete: isProduction() },", to: "{}," },
    breaks: kept,
  },
  {
    name: "point-in-time recovery off",
    edit: {
      file: "stacks/storage.ts",
      from: "pointInTimeRecovery: { enabled: true }",
      to: "pointInTimeRecovery: { enabled: false }",
    },
    breaks: "the table can be brought back to any moment",
  },
  {
    name: "a function without an end to its log",
    edit: {
      file: "stacks/rooms.ts",
      from: `retention: isProduction() ? "1 month" : "1 week"`,
      to: `retention: "forever"`,
    },
    breaks: "every function has its bounds: time, memory, processor, runtime, and days that its log is kept",
  },
  {
    name: "a developer's stage that stays for ever",
    edit: {
      file: "sst.config.ts",
      from: `removal: isProduction ? "retain" : "remove",`,
      to: `removal: "retain",`,
    },
    stage: "anna",
    breaks: "a stage of a developer's can be removed and leaves nothing behind",
  },
];
