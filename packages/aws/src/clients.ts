import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SQSClient } from "@aws-sdk/client-sqs";
import { SSMClient } from "@aws-sdk/client-ssm";

/** Where other services than those of AWS stand in for them, and the credentials that those take. */
export interface StandIns {
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  endpoints: { db: string; s3: string; kms: string; ssm: string; ses: string };
}

/** The SDK's clients, which find region, credentials and addresses in their environment unless told. */
export function awsClients(standIns?: StandIns) {
  if (!standIns)
    return {
      db: new DynamoDBClient(),
      sqs: new SQSClient(),
      s3: new S3Client(),
      kms: new KMSClient(),
      ssm: new SSMClient(),
      ses: new SESv2Client({ maxAttempts: 1 }),
    };
  const { endpoints, ...who } = standIns;
  return {
    db: new DynamoDBClient({ ...who, endpoint: endpoints.db }),
    // A queue's URL says where it lies; at each call the SDK would warn that it is not with AWS.
    sqs: new SQSClient({ ...who, logger: silent }),
    s3: new S3Client({ ...who, endpoint: endpoints.s3, forcePathStyle: true }),
    kms: new KMSClient({ ...who, endpoint: endpoints.kms }),
    ssm: new SSMClient({ ...who, endpoint: endpoints.ssm }),
    ses: new SESv2Client({ ...who, endpoint: endpoints.ses, maxAttempts: 1 }),
  };
}

const hush = (): void => undefined;
const silent = { debug: hush, info: hush, warn: hush, error: hush };
