import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { s3Blobs } from "@otklik/aws/blob";
import { awsClients } from "@otklik/aws/clients";
import { startFauxqs } from "fauxqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeBlobs } from "../contracts/blob.ts";
import { anyone, client } from "../support/aws/client.ts";

const bucket = "otklik-test";
let s3: S3Client;
let address: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  const server = await startFauxqs({ port: 0, host: "127.0.0.1", logger: false });
  server.createBucket(bucket);
  address = server.address;
  s3 = new S3Client({ ...client(server.address), forcePathStyle: true });
  stop = () => server.stop();
});
afterAll(async () => {
  s3.destroy();
  await stop();
});

describeBlobs("S3", async () => ({ blob: s3Blobs({ client: s3, bucket }), close: async () => {} }));

describe("an address for a browser's own upload", () => {
  const signing = (): S3Client => {
    const endpoints = { db: address, s3: address, kms: address, ssm: address, ses: address };
    return awsClients({ ...anyone, endpoints }).s3;
  };

  it("takes the file under its key, by an ordinary request without any credentials", async () => {
    const blob = s3Blobs({ client: signing(), bucket });
    const url = await blob.uploadUrl?.("browser/w/file", 6);
    const answer = await fetch(url ?? "", { method: "PUT", body: "отзыв".slice(0, 3) });
    expect(answer.status).toBe(200);
    expect(await new Response(await blob.get("browser/w/file")).text()).toBe("отз");
  });

  it("is signed for that many bytes and an hour, and asks for no checksum", async () => {
    const url = new URL(
      (await s3Blobs({ client: signing(), bucket }).uploadUrl?.("browser/w/file", 6)) ?? "",
    );
    expect(url.searchParams.get("X-Amz-SignedHeaders")?.split(";")).toEqual(["content-length", "host"]);
    expect(url.searchParams.get("X-Amz-Expires")).toBe("3600");
    expect([...url.searchParams.keys()].filter((name) => /checksum/i.test(name))).toEqual([]);
  });
});

describe("an upload of unknown length", () => {
  const chunk = new Uint8Array(1024 * 1024);
  const streamOf = (megabytes: number, failure?: Error): ReadableStream<Uint8Array> =>
    ReadableStream.from(
      (async function* () {
        for (let n = 0; n < megabytes; n++) yield chunk;
        if (failure) throw failure;
      })(),
    );
  const sent: string[] = [];

  beforeAll(() => {
    s3.middlewareStack.add(
      (next, context) => (args) => {
        sent.push(String(context.commandName));
        return next(args);
      },
      { step: "initialize" },
    );
  });

  it("goes up in parts of eight megabytes", async () => {
    sent.length = 0;
    await s3Blobs({ client: s3, bucket }).put("upload/w/large", streamOf(20));
    expect(sent).toEqual([
      "CreateMultipartUploadCommand",
      ...Array(3).fill("UploadPartCommand"),
      "CompleteMultipartUploadCommand",
    ]);
  });

  it("goes up in one request when it is short", async () => {
    sent.length = 0;
    await s3Blobs({ client: s3, bucket }).put("upload/w/small", streamOf(1));
    expect(sent).toEqual(["PutObjectCommand"]);
  });

  it("leaves no parts behind when it breaks off in the middle", async () => {
    sent.length = 0;
    const broken = streamOf(12, new Error("the line broke"));
    await expect(s3Blobs({ client: s3, bucket }).put("upload/w/broken", broken)).rejects.toThrow("line");
    expect(sent.at(-1)).toBe("AbortMultipartUploadCommand");
    expect(await s3Blobs({ client: s3, bucket }).get("upload/w/broken")).toBeNull();
  });

  it("stands under its own name, so that a lifecycle rule can speak of uploads", async () => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: "upload/" }));
    expect(Contents.map(({ Key }) => Key)).toEqual(["upload/w/large", "upload/w/small"]);
  });
});
