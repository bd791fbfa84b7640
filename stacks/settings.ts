/** What whoever deploys may say, by environment (docs/aws.md). None of it is a secret. */
export interface Settings {
  /** Where people open it, such as otklik.example.com; its zone lies in Route 53. Without it: CloudFront's own name. */
  domain: string | undefined;
  /** The verified address that notices come from; without it no mail is sent. */
  mailFrom: string | undefined;
  /** Who hears of dead letters. */
  alarmMail: string | undefined;
}

/** @throws Error that names the variable and what is wrong with it */
export function settings(environment: Record<string, string | undefined> = process.env): Settings {
  return {
    domain: matching(environment, "OTKLIK_DOMAIN", /^([a-z0-9-]+\.)+[a-z]{2,}$/, "otklik.example.com"),
    mailFrom: matching(environment, "OTKLIK_MAIL_FROM", address, "reviews@example.com"),
    alarmMail: matching(environment, "OTKLIK_ALARM_MAIL", address, "ops@example.com"),
  };
}

const address = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

function matching(
  environment: Record<string, string | undefined>,
  name: string,
  shape: RegExp,
  example: string,
): string | undefined {
  const value = environment[name] || undefined;
  if (value !== undefined && !shape.test(value))
    throw new Error(`The environment variable ${name} cannot be used: it should look like ${example}.`);
  return value;
}

/** The stage that people's data depends on; every other one may be removed at any time. */
export const isProduction = (): boolean => $app.stage === "production";
