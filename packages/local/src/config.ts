import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { type Prices, WrittenPrices } from "@otklik/language/label/budget";
import { z } from "zod";

const notAPort = "a port is a whole number from 0 to 65535";
const Port = z.coerce.number({ error: notAPort }).int(notAPort).min(0, notAPort).max(65_535, notAPort);
const Address = z.url({ protocol: /^https?$/, error: "it should look like https://example.com" });
/** "alerts@example.com", or with a name before it. */
const Sender = z
  .string()
  .regex(/^([^<>\r\n]*<)?[^\s<>@,]+@[^\s<>@,]+>?$/, "it should look like Otklik <alerts@example.com>");
const Words = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter(Boolean));

/** All that the embedded home reads from its environment; the command line may override it. */
const Environment = z.object({
  OTKLIK_DATA: z.string().default("data"),
  OTKLIK_HOST: z.string().default("127.0.0.1"),
  OTKLIK_PORT: Port.default(4410),
  OTKLIK_SANDBOX_PORT: Port.default(4411),
  OTKLIK_PUBLIC_URL: Address.optional(),
  /** Hosts, or host:port, that connectors may reach although they are private. */
  OTKLIK_ALLOW_HOSTS: Words,
  /** 32 bytes in base64; otherwise the key file is used. */
  OTKLIK_KEY: z.string().optional(),
  OTKLIK_KEY_FILE: z.string().default(join(homedir(), ".config", "otklik", "key")),
  /** Seals the credentials in an export. */
  OTKLIK_PASSPHRASE: z.string().optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: Address.optional(),
  OTKLIK_OPENAI_MODEL: z.string().optional(),
  /** US dollars for a million tokens: input, cached input, output. */
  OTKLIK_OPENAI_PRICES: WrittenPrices.optional(),
  /** US dollars a month for each workspace. */
  OTKLIK_OPENAI_BUDGET: z.coerce
    .number({ error: "it should be a number of US dollars, such as 20" })
    .min(0, "it cannot be less than 0")
    .default(20),
  /** smtp://user:password@host:port, or smtps://; without it letters are shown in the app. */
  OTKLIK_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "it should look like smtps://user:password@mail.example.com:465" })
    .optional(),
  /** Whose name letters carry; needed with OTKLIK_SMTP_URL. */
  OTKLIK_MAIL_FROM: Sender.optional(),
});

/** The names of all variables that are read. */
export const knownVariables: readonly string[] = Object.keys(Environment.shape);

export interface Config {
  dataFolder: string;
  host: string;
  port: number;
  sandboxPort: number;
  /** Without a slash at its end; what links begin with. */
  publicUrl: string | undefined;
  allowHosts: string[];
  key: { environment: string | undefined; file: string };
  passphrase: string | undefined;
  openai: {
    apiKey: string | undefined;
    baseUrl: string | undefined;
    model: string | undefined;
    prices: Prices | undefined;
    monthlyBudget: number;
  };
  /** The mail server and the sender; absent: letters are kept and shown in the app. */
  mail: { url: string; from: string } | undefined;
}

/**
 * Reads the configuration once, at the start.
 * @throws Error that names the variable and what is wrong with it
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`The environment variable ${issue?.path.join(".")} cannot be used: ${issue?.message}.`);
  }
  const read = parsed.data;
  return {
    dataFolder: resolve(read.OTKLIK_DATA),
    host: read.OTKLIK_HOST,
    port: read.OTKLIK_PORT,
    sandboxPort: read.OTKLIK_SANDBOX_PORT,
    publicUrl: read.OTKLIK_PUBLIC_URL?.replace(/\/+$/, ""),
    allowHosts: read.OTKLIK_ALLOW_HOSTS,
    key: { environment: read.OTKLIK_KEY, file: read.OTKLIK_KEY_FILE },
    passphrase: read.OTKLIK_PASSPHRASE,
    openai: {
      apiKey: read.OPENAI_API_KEY,
      baseUrl: read.OPENAI_BASE_URL,
      model: read.OTKLIK_OPENAI_MODEL,
      prices: read.OTKLIK_OPENAI_PRICES,
      monthlyBudget: read.OTKLIK_OPENAI_BUDGET,
    },
    mail: mailFrom(read.OTKLIK_SMTP_URL, read.OTKLIK_MAIL_FROM),
  };
}

function mailFrom(url: string | undefined, from: string | undefined): Config["mail"] {
  if (url === undefined) return undefined;
  if (from === undefined)
    throw new Error(
      "The environment variable OTKLIK_MAIL_FROM is missing: with OTKLIK_SMTP_URL it says whose name letters carry, such as Otklik <alerts@example.com>.",
    );
  return { url, from };
}
