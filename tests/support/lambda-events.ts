import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIGatewayProxyEventV2, DynamoDBStreamEvent, EventBridgeEvent, SQSEvent } from "aws-lambda";

interface LambdaEvents {
  schedule: EventBridgeEvent<string, unknown>;
  sqs: SQSEvent;
  stream: DynamoDBStreamEvent;
  http: APIGatewayProxyEventV2;
}

/** An event of Lambda's in its documented shape, of an account that is made up; a copy of one's own each time. */
export function lambdaEvent<Name extends keyof LambdaEvents>(name: Name): LambdaEvents[Name] {
  const file = join(import.meta.dirname, "../fixtures/lambda-events", `${name}.json`);
  return JSON.parse(readFileSync(file, "utf8")) as LambdaEvents[Name];
}
