import { randomBytes } from "node:crypto";
import { localSecret } from "@otklik/local/secret";
import { expect, it } from "vitest";
import { describeSecret } from "../contracts/secret.ts";

describeSecret("AES-256-GCM", async () => ({
  secret: localSecret(randomBytes(32)),
  stranger: localSecret(randomBytes(32)),
  close: async () => {},
}));

it("refuses a key of another length", () => {
  expect(() => localSecret(randomBytes(16))).toThrow("32 bytes");
});

it("names the version of its envelope, so that a later one can be told from it", async () => {
  expect(await localSecret(randomBytes(32)).seal("token", "account")).toMatch(/^v1\.[\w-]+$/);
});

it("opens what was sealed by this version once and for all", async () => {
  const sealed = "v1.nWWoC-Fdo1_GJowo95k63Jm7OXn9TaY-BB44K1nhpWgSsBFKG9ZcDw";
  expect(await localSecret(new Uint8Array(32).fill(7)).open(sealed, "account-1")).toBe("a demo token");
});
