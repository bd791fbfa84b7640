import { isProduction } from "./settings.ts";

/** The sparse indexes; each has keys of its own, `<index>pk` and `<index>sk`, and carries the card and the version. */
const indexes = ["inbox", "wake", "author"] as const;

export interface Storage {
  table: sst.aws.Dynamo;
  bucket: sst.aws.Bucket;
  key: aws.kms.Key;
}

/** All that outlives a call: rows, blobs, and the key that seals networks' tokens. */
export function storage(): Storage {
  return { table: createTable(), bucket: createBucket(), key: createKey() };
}

function createTable(): sst.aws.Dynamo {
  const keys = ["pk", "sk", ...indexes.flatMap((index) => [`${index}pk`, `${index}sk`])];
  return new sst.aws.Dynamo("Table", {
    fields: Object.fromEntries(keys.map((name) => [name, "string" as const])),
    primaryIndex: { hashKey: "pk", rangeKey: "sk" },
    globalIndexes: Object.fromEntries(
      indexes.map((index) => [
        index,
        { hashKey: `${index}pk`, rangeKey: `${index}sk`, projection: ["c", "v"] },
      ]),
    ),
    stream: "new-image",
    ttl: "expires",
    deletionProtection: isProduction(),
    transform: { table: { pointInTimeRecovery: { enabled: true } } },
  });
}

function createBucket(): sst.aws.Bucket {
  const bucket = new sst.aws.Bucket("Blobs", {
    cors: false,
    lifecycle: [{ id: "abandoned-uploads" }],
    transform: {
      bucket: { forceDestroy: !isProduction() },
      // SST has no word for an upload in parts that was never completed; its parts would be billed for ever.
      lifecycle: {
        rules: [
          {
            id: "abandoned-uploads",
            status: "Enabled",
            abortIncompleteMultipartUpload: { daysAfterInitiation: 2 },
          },
        ],
      },
    },
  });
  new aws.s3.BucketServerSideEncryptionConfiguration("BlobsEncryption", {
    bucket: bucket.name,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  return bucket;
}

/** The browser sends files straight to the bucket, to an address that the API has signed; only from our own page. */
export function allowUploads({ bucket }: Storage, publicUrl: $util.Output<string>): void {
  new aws.s3.BucketCorsConfiguration("BlobsUploads", {
    bucket: bucket.name,
    corsRules: [{ allowedMethods: ["PUT"], allowedOrigins: [publicUrl], allowedHeaders: ["content-type"] }],
  });
}

/** Where browsers reach the bucket. */
export const uploadOrigin = ({ bucket }: Storage): $util.Output<string> =>
  $interpolate`https://${bucket.nodes.bucket.bucketRegionalDomainName}`;

function createKey(): aws.kms.Key {
  // Whoever loses this key enters every token anew, so in production it stays when all else is removed.
  const key = new aws.kms.Key(
    "Tokens",
    {
      description: `Seals the networks' tokens of ${$app.name} ${$app.stage}`,
      enableKeyRotation: true,
      deletionWindowInDays: isProduction() ? 30 : 7,
    },
    { retainOnDelete: isProduction() },
  );
  new aws.kms.Alias("TokensAlias", { name: `alias/${$app.name}-${$app.stage}`, targetKeyId: key.keyId });
  return key;
}
