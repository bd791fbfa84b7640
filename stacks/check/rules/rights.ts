import { type Need, needs, roomOf, type TriggerName } from "../../needs.ts";
import {
  all,
  allowed,
  type Fn,
  functionsOf,
  type Graph,
  ownName,
  type Statement,
  statementsOf,
} from "../graph.ts";
import { differences, type Rule } from "../rule.ts";

/** Where a star may stand in a resource: all indexes of the table, all that lies below a prefix, one log's streams. */
const stars = [
  /^arn:aws:dynamodb:[^*]+\/index\/\*$/,
  /^arn:aws:s3:::[^*/]+\/\*$/,
  /^arn:aws:ssm:[^*]+:parameter\/otklik\/[^*/]+\/\*$/,
  /^arn:aws:logs:[^*]+:log-group:\/aws\/lambda\/[^*]+:\*$/,
];
const isNarrow = (resource: string): boolean =>
  resource.startsWith("arn:aws:") && (!resource.includes("*") || stars.some((star) => star.test(resource)));

/** Each thing that a statement allows, one a line, as "action on resource". */
const lines = (graph: Graph, statements: readonly Statement[]): string[] =>
  statements.flatMap(({ actions, resources }) =>
    actions.flatMap((action) => resources.map((resource) => `${action} on ${briefly(graph, resource)}`)),
  );

/** A resource in words, so that what is expected can be written down without SST's chosen names. */
function briefly(graph: Graph, arn: string): string {
  const [, , service, , , ...rest] = arn.split(":");
  const named = rest.join(":");
  switch (service) {
    case "dynamodb":
      return named.replace(/^table\/[^/]+/, "table").replace(/\/stream\/.*$/, "/stream");
    case "s3":
      return named.replace(/^[^/]*blobs[^/]*/, "blobs");
    case "sqs":
      return ownName(graph, named);
    case "kms":
      return "key";
    case "ssm":
      return named.replace(`parameter/otklik/${graph.app.stage}`, "parameters");
    case "logs":
      return `log of ${ownName(graph, named.replace("log-group:/aws/lambda/", "").replace(/:\*$/, ""))}`;
    default:
      return named;
  }
}

const rows = [
  ...["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"].map(
    (action) => `dynamodb:${action} on table`,
  ),
  "dynamodb:Query on table/index/*",
];
const parameters = ["parameters", "parameters/*"].map((where) => `ssm:GetParametersByPath on ${where}`);
const receive = (queue: string, more: readonly string[] = []): string[] =>
  ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes", ...more].map(
    (action) => `sqs:${action} on ${queue}`,
  );

function ofNeed({ sends = [], blobs = [], tokens }: Need): string[] {
  return [
    ...sends.map((queue) => `sqs:SendMessage on ${queue}`),
    ...(blobs.length > 0 ? ["s3:ListBucket on blobs"] : []),
    ...(blobs.includes("get") ? ["s3:GetObject on blobs/*"] : []),
    ...(blobs.includes("put") ? ["s3:PutObject on blobs/*", "s3:AbortMultipartUpload on blobs/*"] : []),
    ...(blobs.includes("remove") ? ["s3:DeleteObject on blobs/*"] : []),
    ...(tokens ? ["kms:GenerateDataKey on key", "kms:Decrypt on key"] : []),
  ];
}

/** What the way of being woken asks for. */
function ofWaking(graph: Graph, { name, arn }: Fn): string[] {
  const sources = all(graph, "mapping")
    .filter(({ inputs }) => inputs.functionName === arn)
    .map(({ inputs }) => inputs.eventSourceArn as string);
  if (name === "dead") return sources.flatMap((source) => receive(ownName(graph, source)));
  const stream = ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"];
  const isScheduled = all(graph, "schedule").some(({ inputs }) => inputs.target.arn === arn);
  return [
    ...sources.flatMap((source) =>
      source.includes("/stream/")
        ? [...stream.map((action) => `dynamodb:${action} on table/stream`), "sqs:SendMessage on change-dead"]
        : receive(ownName(graph, source), ["ChangeMessageVisibility", "GetQueueUrl"]),
    ),
    ...(isScheduled ? ["sqs:SendMessage on schedule-dead"] : []),
  ];
}

export const rightRules: readonly Rule[] = [
  {
    name: "no policy has a wildcard but for all indexes, a prefix and a log's streams",
    complaints: (graph) =>
      all(graph, "role").flatMap((role) =>
        allowed(statementsOf(role)).flatMap(({ actions, resources }) => [
          ...actions.filter((action) => action.includes("*")).map((action) => `${role.name}: ${action}`),
          ...resources
            .filter((resource) => !isNarrow(resource))
            .map((resource) => `${role.name}: ${resource}`),
        ]),
      ),
  },
  {
    name: "no role has a policy beside the one that is written for it",
    complaints: (graph) => [
      ...all(graph, "role")
        .filter(({ inputs }) => (inputs.managedPolicyArns ?? []).length > 0)
        .map(({ name, inputs }) => `${name}: ${inputs.managedPolicyArns}`),
      ...graph.resources
        .filter(({ type }) => /^aws:iam\/(?!role:)/.test(type))
        .map(({ type, name }) => `${type} ${name}`),
    ],
  },
  {
    name: "each function may do exactly what its room needs",
    complaints: (graph) =>
      functionsOf(graph).flatMap((fn) => {
        const need = needs[roomOf(fn.name as TriggerName)] ?? {};
        const own = ["CreateLogStream", "PutLogEvents"].map(
          (action) => `logs:${action} on log of ${fn.name}`,
        );
        const mail = need.mail ? ["reviews@example.com", "example.com"] : [];
        const expected = [
          ...[...own, ...rows, ...parameters, ...ofNeed(need), ...ofWaking(graph, fn)],
          ...["SendEmail", "SendRawEmail"].flatMap((action) =>
            mail.map((identity) => `ses:${action} on identity/${identity}`),
          ),
        ];
        return differences(expected, lines(graph, allowed(fn.may))).map((one) => `${fn.name}: ${one}`);
      }),
  },
  {
    name: "roles are assumed by Lambda and by the scheduler alone, each by one",
    complaints: (graph) =>
      all(graph, "role").flatMap(({ name, inputs }) => {
        const document = JSON.stringify(inputs.assumeRolePolicy);
        const services = document.match(/[a-z0-9.-]+\.amazonaws\.com/g) ?? [];
        const isOne = services.length === 1 && /^(lambda|scheduler)\.amazonaws\.com$/.test(services[0] ?? "");
        return isOne && !/arn:|\bAWS\b|\*/.test(document) ? [] : [`${name}: ${document}`];
      }),
  },
];
