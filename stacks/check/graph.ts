import type { App } from "./program.ts";

/** A resource as SST would ask AWS for it. */
export interface Resource {
  type: string;
  name: string;
  // biome-ignore lint/suspicious/noExplicitAny: the inputs are whatever the provider's schema says
  inputs: any;
  /** It stays when its stage is removed. */
  isRetained: boolean;
}

/** What SST would have bundled for one function. */
export interface Build {
  functionID: string;
  handler: string;
  links: Record<string, unknown>;
}

/** All that one stage asks for. */
export interface Graph {
  app: App;
  resources: readonly Resource[];
  builds: readonly Build[];
}

export interface Statement {
  effect?: string;
  actions: string[];
  resources: string[];
  principals?: { type: string; identifiers: string[] }[];
}

/** A function with all that belongs to it. */
export interface Fn {
  /** Without the service's and the stage's names before it, such as "pull". */
  name: string;
  arn: string;
  handler: string;
  resource: Resource;
  role: Resource | undefined;
  may: readonly Statement[];
}

const types = {
  alarm: "aws:cloudwatch/metricAlarm:MetricAlarm",
  api: "aws:apigatewayv2/api:Api",
  bucket: "aws:s3/bucket:Bucket",
  bucketCors: "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration",
  bucketPolicy: "aws:s3/bucketPolicy:BucketPolicy",
  headersPolicy: "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
  distribution: "aws:cloudfront/distribution:Distribution",
  dynamic: "pulumi-nodejs:dynamic:Resource",
  edgeFunction: "aws:cloudfront/function:Function",
  encryption: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  function: "aws:lambda/function:Function",
  functionUrl: "aws:lambda/functionUrl:FunctionUrl",
  invokeConfig: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
  key: "aws:kms/key:Key",
  lifecycle: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  mapping: "aws:lambda/eventSourceMapping:EventSourceMapping",
  permission: "aws:lambda/permission:Permission",
  publicAccessBlock: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  queue: "aws:sqs/queue:Queue",
  role: "aws:iam/role:Role",
  route: "aws:apigatewayv2/route:Route",
  schedule: "aws:scheduler/schedule:Schedule",
  stage: "aws:apigatewayv2/stage:Stage",
  table: "aws:dynamodb/table:Table",
} as const;

export const all = ({ resources }: Graph, type: keyof typeof types): Resource[] =>
  resources.filter((one) => one.type === types[type]);

/** What a physical name or ARN says beside the service's and the stage's names, such as "pull" or "pull-dead". */
export const ownName = ({ app }: Graph, nameOrArn: string): string => {
  const last = nameOrArn.slice(nameOrArn.lastIndexOf(":") + 1).replace(/\.fifo$/, "");
  const before = `${app.name}-${app.stage}-`;
  return last.startsWith(before) ? last.slice(before.length) : last;
};

/** Every function, with its role and what that role may do. */
export function functionsOf(graph: Graph): Fn[] {
  const roles = all(graph, "role");
  return all(graph, "function").map((resource) => {
    const component = resource.name.replace(/Function$/, "");
    const role = roles.find(({ name }) => name === `${component}Role`);
    return {
      name: ownName(graph, resource.inputs.name),
      arn: `arn:aws:lambda:eu-central-1:123456789012:function:${resource.inputs.name}`,
      handler: graph.builds.find(({ functionID }) => functionID === component)?.handler ?? "",
      resource,
      role,
      may: role ? statementsOf(role) : [],
    };
  });
}

export const statementsOf = ({ inputs }: Resource): Statement[] =>
  (inputs.inlinePolicies ?? []).flatMap(({ policy }: { policy: string }) => JSON.parse(policy).Statement);

/** What a policy allows; a denial opens nothing. */
export const allowed = (statements: readonly Statement[]): Statement[] =>
  statements.filter(({ effect = "Allow" }) => effect === "Allow");
