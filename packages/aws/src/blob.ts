import { createHash } from "node:crypto";
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import type { Blobs } from "@otklik/core/ports";

// A part has 5 MiB at least, and an upload 10,000 parts: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
const partBytes = 8 * 1024 * 1024;

/**
 * The Blobs port on S3. A stream goes up part by part, so only one part is held in memory, and takes its key when it is
 * whole; an upload that breaks off is aborted.
 */
export function s3Blobs({ client, bucket }: { client: S3Client; bucket: string }): Blobs {
  const at = (key: string) => ({ Bucket: bucket, Key: objectKey(key) });

  const uploadParts = async (
    key: string,
    { first, rest }: { first: Uint8Array; rest: AsyncIterable<Uint8Array> },
  ): Promise<void> => {
    const { UploadId } = await client.send(new CreateMultipartUploadCommand(at(key)));
    try {
      const Parts: CompletedPart[] = [];
      const upload = async (Body: Uint8Array): Promise<void> => {
        const PartNumber = Parts.length + 1;
        const { ETag } = await client.send(new UploadPartCommand({ ...at(key), UploadId, PartNumber, Body }));
        Parts.push({ PartNumber, ETag });
      };
      await upload(first);
      for await (const part of rest) await upload(part);
      await client.send(
        new CompleteMultipartUploadCommand({ ...at(key), UploadId, MultipartUpload: { Parts } }),
      );
    } catch (error) {
      await client.send(new AbortMultipartUploadCommand({ ...at(key), UploadId }));
      throw error;
    }
  };

  return {
    async put(key, bytes) {
      if (bytes instanceof Uint8Array) {
        await client.send(new PutObjectCommand({ ...at(key), Body: bytes }));
        return;
      }
      const parts = partsOf(bytes);
      const { value: first = new Uint8Array() } = await parts.next();
      if (first.length < partBytes) await client.send(new PutObjectCommand({ ...at(key), Body: first }));
      else await uploadParts(key, { first, rest: parts });
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(key)));
        return Body ? (Body.transformToWebStream() as ReadableStream<Uint8Array>) : null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(at(key)));
    },
  };
}

/** A plain key as it is, so that a lifecycle rule can speak of its folder; a hash of any that a path could bend. */
function objectKey(key: string): string {
  const isPlain = /^[\w-]+(\/[\w-]+)*$/.test(key) && key.length <= 900;
  return isPlain ? key : `~/${createHash("sha256").update(key).digest("hex")}`;
}

/** The stream in parts of one size; the last one, which may be the only one, is shorter. */
async function* partsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    held.push(chunk);
    bytes += chunk.length;
    while (bytes >= partBytes) {
      const all = Buffer.concat(held);
      yield all.subarray(0, partBytes);
      held = [all.subarray(partBytes)];
      bytes -= partBytes;
    }
  }
  if (bytes > 0) yield Buffer.concat(held);
}
