import { randomBytes } from "node:crypto";
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { kmsSecret } from "@otklik/aws/secret";
import { startKms } from "@otklik/aws-local/kms";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeSecret } from "../contracts/secret.ts";
import { client } from "../support/aws/client.ts";

const keys = { ours: randomBytes(32), theirs: randomBytes(32) };
let kms: KMSClient;
let close: () => Promise<void>;
/** Operations that KMS was asked for. */
const asked: string[] = [];

beforeAll(async () => {
  const server = await startKms(keys);
  close = server.close;
  kms = new KMSClient(client(server.url));
  kms.middlewareStack.add(
    (next, context) => (args) => {
      asked.push(String(context.commandName));
      return next(args);
    },
    { step: "initialize" },
  );
});
afterAll(async () => {
  kms.destroy();
  await close();
});

let at = 0;
const secretOf = (keyId: keyof typeof keys) => kmsSecret({ client: kms, keyId, now: () => new Date(at) });

describeSecret("KMS envelope encryption", async () => ({
  secret: secretOf("ours"),
  stranger: secretOf("theirs"),
  close: async () => {},
}));

describe("data keys", () => {
  const count = (command: string): number => asked.filter((name) => name === command).length;
  const askedFor = async (command: string, work: () => Promise<unknown>): Promise<number> => {
    const before = count(command);
    await work();
    return count(command) - before;
  };

  it("are made once for a context, and again after five minutes", async () => {
    const secret = secretOf("ours");
    const sealTwice = () => Promise.all(["a", "b"].map((plain) => secret.seal(plain, "account-1")));
    expect(await askedFor("GenerateDataKeyCommand", sealTwice)).toBe(1);
    at += 5 * 60_000;
    expect(await askedFor("GenerateDataKeyCommand", sealTwice)).toBe(1);
  });

  it("are opened once for a sealed text, and again after five minutes", async () => {
    const secret = secretOf("ours");
    const sealed = await secret.seal("token", "account-1");
    const openTwice = async () => {
      await secret.open(sealed, "account-1");
      await secret.open(sealed, "account-1");
    };
    expect(await askedFor("DecryptCommand", openTwice)).toBe(1);
    at += 5 * 60_000;
    expect(await askedFor("DecryptCommand", openTwice)).toBe(1);
  });

  it("are asked for anew after KMS refused", async () => {
    const sealed = await secretOf("ours").seal("token", "account-1");
    const forgetful: Record<string, Uint8Array> = {};
    const server = await startKms(forgetful);
    const secret = kmsSecret({
      client: new KMSClient(client(server.url)),
      keyId: "ours",
      now: () => new Date(at),
    });
    await expect(secret.open(sealed, "account-1")).rejects.toThrow("does not open");
    forgetful.ours = keys.ours;
    expect(await secret.open(sealed, "account-1")).toBe("token");
    await server.close();
  });
});

describe("the stand-in for KMS", () => {
  it("opens nothing under another context, and takes the pairs of a context in any order", async () => {
    const made = await kms.send(
      new GenerateDataKeyCommand({
        KeyId: "ours",
        KeySpec: "AES_256",
        EncryptionContext: { a: "1", b: "2" },
      }),
    );
    const open = (EncryptionContext: Record<string, string>) =>
      kms.send(new DecryptCommand({ KeyId: "ours", CiphertextBlob: made.CiphertextBlob, EncryptionContext }));
    expect((await open({ b: "2", a: "1" })).Plaintext).toEqual(made.Plaintext);
    await expect(open({ a: "1" })).rejects.toMatchObject({ name: "InvalidCiphertextException" });
  });
});
