import { triggers } from "../../../functions/triggers.ts";
import { all, allowed, type Resource, type Statement } from "../graph.ts";
import { differences, type Rule } from "../rule.ts";

/** All kinds of resource that the service is made of; whatever else appears is looked at before it is added here. */
const knownKinds = [
  "aws:apigatewayv2/api:Api",
  "aws:apigatewayv2/integration:Integration",
  "aws:apigatewayv2/route:Route",
  "aws:apigatewayv2/stage:Stage",
  "aws:cloudfront/cachePolicy:CachePolicy",
  "aws:cloudfront/distribution:Distribution",
  "aws:cloudfront/function:Function",
  "aws:cloudfront/keyValueStore:KeyValueStore",
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
  "aws:cloudwatch/logGroup:LogGroup",
  "aws:cloudwatch/metricAlarm:MetricAlarm",
  "aws:dynamodb/table:Table",
  "aws:iam/role:Role",
  "aws:kms/alias:Alias",
  "aws:kms/key:Key",
  "aws:lambda/eventSourceMapping:EventSourceMapping",
  "aws:lambda/function:Function",
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
  "aws:lambda/permission:Permission",
  "aws:s3/bucket:Bucket",
  "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketObjectv2:BucketObjectv2",
  "aws:s3/bucketPolicy:BucketPolicy",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:scheduler/schedule:Schedule",
  "aws:sns/topic:Topic",
  "aws:sns/topicSubscription:TopicSubscription",
  "aws:sqs/queue:Queue",
  "command:local:Command",
  "pulumi-nodejs:dynamic:Resource",
  "random:index/randomBytes:RandomBytes",
];

/** How many kinds of error CloudFront would keep for ten seconds. */
const errorsThatAreKept = 11;

const policyOf = ({ inputs }: Resource): Statement[] => JSON.parse(inputs.policy).Statement;
const isBlobs = ({ name }: Resource): boolean => name.startsWith("Blobs");

export const doorRules: readonly Rule[] = [
  {
    name: "no door stands open but the API's and the web app's",
    complaints: (graph) => [
      ...all(graph, "functionUrl").map(({ name }) => `${name}: a function's own address`),
      ...all(graph, "permission")
        .filter(({ inputs: { principal, sourceArn } }) => {
          const isOurApi =
            principal === "apigateway.amazonaws.com" && /:execute-api:.*:api1\//.test(sourceArn ?? "");
          return !isOurApi;
        })
        .map(({ name, inputs }) => `${name}: may be called by ${inputs.principal}`),
      ...all(graph, "bucketPolicy").flatMap((policy) =>
        allowed(policyOf(policy))
          .flatMap(({ principals = [] }) => principals.flatMap(({ identifiers }) => identifiers))
          .filter((identifier) => isBlobs(policy) || identifier !== "cloudfront.amazonaws.com")
          .map((identifier) => `${policy.name}: read by ${identifier}`),
      ),
      ...differences(
        ["api", "web"],
        [...all(graph, "api").map(() => "api"), ...all(graph, "distribution").map(() => "web")],
      ),
    ],
  },
  {
    name: "files come into the bucket from our own page alone",
    complaints: (graph) => {
      const rules = all(graph, "bucketCors")
        .filter(isBlobs)
        .flatMap(({ inputs }) => inputs.corsRules)
        .map(({ allowedMethods, allowedOrigins }) => `${allowedMethods} from ${allowedOrigins}`);
      const may = all(graph, "headersPolicy").map(
        ({ inputs }) =>
          /connect-src ([^;]+)/.exec(
            inputs.securityHeadersConfig.contentSecurityPolicy.contentSecurityPolicy,
          )?.[1],
      );
      const bucket = all(graph, "bucket")
        .filter(isBlobs)
        .map(({ inputs, name }) => inputs.bucket ?? name);
      return [
        ...differences(["PUT from https://front1.cloudfront.net"], rules),
        ...differences(
          bucket.map((name) => `'self' https://${name}.s3.eu-central-1.amazonaws.com`),
          may.map(String),
        ),
      ];
    },
  },
  {
    name: "the service is made of known kinds of resource",
    complaints: (graph) => {
      const kinds = new Set(graph.resources.map(({ type }) => type));
      return [...kinds].filter((type) => !/^(sst|pulumi:pulumi):/.test(type) && !knownKinds.includes(type));
    },
  },
  {
    name: "the web app and the API have one origin, reached by HTTPS",
    complaints: (graph) => {
      const paths = triggers.requests.map(({ path }) => `url ${path.replace("/*", "")}`);
      const routes = all(graph, "dynamic")
        .filter(({ name }) => name.endsWith("KvRoutesUpdate"))
        .map(({ inputs }) => inputs.entry.split(","))
        .map(([kind, , , path]) => `${kind} ${path}`);
      const insecure = all(graph, "distribution").filter(
        ({ inputs }) => inputs.defaultCacheBehavior.viewerProtocolPolicy !== "redirect-to-https",
      );
      return [
        ...differences([...paths, "site "], routes),
        ...insecure.map(({ name }) => `${name} takes plain HTTP`),
      ];
    },
  },
  {
    name: "no error of one person's is kept for another, and the browser is told what it may do",
    complaints: (graph) =>
      all(graph, "distribution")
        .filter(({ inputs: { customErrorResponses: errors = [], defaultCacheBehavior } }) => {
          const forgotten = errors.filter(
            (error: { errorCachingMinTtl: number }) => error.errorCachingMinTtl === 0,
          );
          return forgotten.length < errorsThatAreKept || !defaultCacheBehavior.responseHeadersPolicyId;
        })
        .map(({ name }) => `${name} is not as it should be`),
  },
  {
    name: "the API takes so many requests a second and no more, and its log knows no person",
    complaints: (graph) =>
      all(graph, "stage")
        .filter(({ inputs }) => {
          const isThrottled = inputs.defaultRouteSettings?.throttlingRateLimit > 0;
          return (
            !isThrottled || /sourceIp|userAgent|context\.path|header/.test(inputs.accessLogSettings.format)
          );
        })
        .map(({ name }) => `${name} is not as it should be`),
  },
];
