import { type Need, needs, roomOf, type TriggerName } from "./needs.ts";
import type { Queues } from "./queues.ts";
import type { Settings } from "./settings.ts";
import type { Storage } from "./storage.ts";

/** What every function stands on. */
export interface Ground {
  storage: Storage;
  queues: Queues;
  settings: Settings;
  /** Where people open the service. */
  publicUrl: $util.Output<string>;
  /** What the names of the operator's parameters begin with. */
  parameters: string;
}

type Grant = sst.aws.FunctionPermissionArgs;

/** Exactly the actions that a room's ports call, on exactly what it reaches. */
export function grantsOf(
  ground: Ground,
  { name, physicalName }: { name: TriggerName; physicalName: string },
): Grant[] {
  const need = needs[roomOf(name)];
  const { storage, settings } = ground;
  return [
    logs(physicalName),
    ...rows(storage),
    parameters(ground.parameters),
    ...(need.sends ? [sends(ground.queues, need.sends)] : []),
    ...(need.blobs ? blobs(storage, need.blobs) : []),
    ...(need.tokens ? [tokens(storage)] : []),
    ...(need.mail && settings.mailFrom ? [mail(settings.mailFrom)] : []),
  ];
}

const logs = (physicalName: string): Grant => ({
  actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
  resources: [arn("logs", `log-group:/aws/lambda/${physicalName}:*`)],
});

const rows = ({ table }: Storage): Grant[] => [
  {
    actions: [
      "dynamodb:GetItem",
      "dynamodb:BatchGetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
    ],
    resources: [table.arn],
  },
  { actions: ["dynamodb:Query"], resources: [$interpolate`${table.arn}/index/*`] },
];

const parameters = (prefix: string): Grant => ({
  actions: ["ssm:GetParametersByPath"],
  resources: [arn("ssm", `parameter${prefix}`), arn("ssm", `parameter${prefix}/*`)],
});

const sends = ({ work }: Queues, names: NonNullable<Need["sends"]>): Grant => ({
  actions: ["sqs:SendMessage"],
  resources: names.map((name) => work[name].arn),
});

const blobActions = {
  get: ["s3:GetObject"],
  put: ["s3:PutObject", "s3:AbortMultipartUpload"],
  remove: ["s3:DeleteObject"],
} as const;

/** Without the right to list, S3 answers "forbidden" where nothing lies under a key, and not "there is none". */
const blobs = ({ bucket }: Storage, calls: NonNullable<Need["blobs"]>): Grant[] => [
  { actions: calls.flatMap((call) => blobActions[call]), resources: [$interpolate`${bucket.arn}/*`] },
  { actions: ["s3:ListBucket"], resources: [bucket.arn] },
];

const tokens = ({ key }: Storage): Grant => ({
  actions: ["kms:GenerateDataKey", "kms:Decrypt"],
  resources: [key.arn],
});

/**
 * SES checks the address or its domain, whichever is verified; the condition holds both to the one sender. A whole MIME
 * message is sent by SendEmail too, and checked as SendRawEmail.
 */
const mail = (from: string): Grant => ({
  actions: ["ses:SendEmail", "ses:SendRawEmail"],
  resources: [from, from.slice(from.indexOf("@") + 1)].map((name) => arn("ses", `identity/${name}`)),
  conditions: [{ test: "StringEquals", variable: "ses:FromAddress", values: [from] }],
});

/** An ARN in this account and region. */
function arn(service: string, rest: string): $util.Output<string> {
  const { partition } = aws.getPartitionOutput();
  const { region } = aws.getRegionOutput();
  const { accountId } = aws.getCallerIdentityOutput();
  return $interpolate`arn:${partition}:${service}:${region}:${accountId}:${rest}`;
}
