import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { readConfig } from "@otklik/local/config";
import { describe, expect, it } from "vitest";

describe("an empty environment", () => {
  it("means a service for this machine alone, with its data in the folder it was started in", () => {
    expect(readConfig({})).toMatchObject({
      dataFolder: resolve("data"),
      host: "127.0.0.1",
      port: 4410,
      sandboxPort: 4411,
      publicUrl: undefined,
      allowHosts: [],
    });
  });

  it("keeps the key of the credentials outside the data, and asks no model", () => {
    const { key, openai } = readConfig({});
    expect(key).toEqual({ environment: undefined, file: join(homedir(), ".config", "otklik", "key") });
    expect(openai.apiKey).toBeUndefined();
  });

  it("is also one whose variables are set to nothing, as a compose file leaves them", () => {
    const blank = { OTKLIK_DATA: "", OTKLIK_PORT: "", OTKLIK_KEY: "", OTKLIK_PUBLIC_URL: "" };
    expect(readConfig(blank)).toEqual(readConfig({}));
  });
});

describe("a variable", () => {
  it("names hosts one after another, by commas or spaces", () => {
    const { allowHosts } = readConfig({ OTKLIK_ALLOW_HOSTS: "localhost:3000, crm.example  10.0.0.7," });
    expect(allowHosts).toEqual(["localhost:3000", "crm.example", "10.0.0.7"]);
  });

  it("gives the public address, to which paths can be added", () => {
    const read = (url: string) => readConfig({ OTKLIK_PUBLIC_URL: url }).publicUrl;
    expect(read("https://otklik.example/")).toBe("https://otklik.example");
    expect(read("http://localhost:8080")).toBe("http://localhost:8080");
  });

  it("gives a model's three prices", () => {
    const { openai } = readConfig({ OTKLIK_OPENAI_PRICES: "0.4,0.1,1.6", OTKLIK_OPENAI_BUDGET: "7.5" });
    expect(openai.prices).toEqual({ input: 0.4, cachedInput: 0.1, output: 1.6 });
    expect(openai.monthlyBudget).toBe(7.5);
  });

  it("names the mail server and the sender, without whom letters are kept here", () => {
    const mail = (given: Record<string, string>) => readConfig(given).mail;
    const url = "smtps://otklik:secret@mail.example.com:465";
    const from = "Отклик <alerts@example.com>";
    expect(mail({ OTKLIK_SMTP_URL: url, OTKLIK_MAIL_FROM: from })).toEqual({ url, from });
    expect(mail({ OTKLIK_MAIL_FROM: from })).toBeUndefined();
    expect(() => mail({ OTKLIK_SMTP_URL: url })).toThrow("OTKLIK_MAIL_FROM is missing");
  });

  it("makes the data folder's place absolute", () => {
    expect(readConfig({ OTKLIK_DATA: "./brand" }).dataFolder).toBe(resolve("brand"));
  });

  it.each([
    ["OTKLIK_PORT", "many", "a whole number from 0 to 65535"],
    ["OTKLIK_PORT", "70000", "a whole number from 0 to 65535"],
    ["OTKLIK_SANDBOX_PORT", "-1", "a whole number from 0 to 65535"],
    ["OTKLIK_SANDBOX_PORT", "4.5", "a whole number from 0 to 65535"],
    ["OTKLIK_PUBLIC_URL", "otklik.example", "https://example.com"],
    ["OTKLIK_PUBLIC_URL", "javascript:alert(1)", "https://example.com"],
    ["OPENAI_BASE_URL", "somewhere", "https://example.com"],
    ["OTKLIK_OPENAI_PRICES", "0.4,0.1", "0.4,0.1,1.6"],
    ["OTKLIK_OPENAI_PRICES", "1.2.3,.,1", "0.4,0.1,1.6"],
    ["OTKLIK_SMTP_URL", "mail.example.com:465", "smtps://user:password@mail.example.com:465"],
    ["OTKLIK_MAIL_FROM", "Otklik", "Otklik <alerts@example.com>"],
    ["OTKLIK_MAIL_FROM", "a@example.com, b@example.com", "Otklik <alerts@example.com>"],
    ["OTKLIK_OPENAI_BUDGET", "lots", "US dollars"],
    ["OTKLIK_OPENAI_BUDGET", "-1", "less than 0"],
  ])("%s=%s is refused by its name, with how it should be", (name, value, advice) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(name);
    expect(read).toThrow(advice);
  });
});
