// The sandbox's mailbox as a bench: its own IMAP and SMTP servers, reached by the guarded mailbox of the product.
import { email } from "@otklik/connectors/email/index";
import { guardedMailbox } from "@otklik/connectors/kit/guarded-mailbox";
import type { Account, Connector } from "@otklik/core/connector";
import { resident } from "@otklik/sandbox/email/door";
import { email as simulated } from "@otklik/sandbox/email/email";
import { openState } from "@otklik/sandbox/state";
import type { ConnectorBench } from "../../contracts/connector.ts";
import { testTools } from "../../support/tools.ts";

type Settings = typeof email extends Connector<infer S> ? S : never;

export interface MailBench extends ConnectorBench<Settings> {
  account: Account;
  clock: { now: Date };
  /** Orders the servers to misbehave; see the simulator's `door.ts`. */
  control(orders: Record<string, unknown>): Promise<void>;
  /** Any of the simulator's back doors, such as "/__letters". */
  post(path: string, body: unknown): Promise<Response>;
  /** What lies in a folder. */
  letters(folder: string): Promise<{ uid: number; flags: string[]; raw: string }[]>;
  receive(letter: Record<string, unknown>): Promise<string>;
  addMention(text: string): Promise<string>;
  answerElsewhere(id: string, text: string): Promise<void>;
  publishedTexts(id: string): Promise<string[]>;
}

/** A mailbox with so many letters, its clock standing still until a test moves it. */
export async function openMail(world: { posts?: number } = {}): Promise<MailBench> {
  const clock = { now: new Date("2026-11-20T09:00:00Z") };
  const state = openState(":memory:");
  const surroundings = { state, now: () => clock.now };
  const network = simulated({ posts: 40, arrivalEveryMs: 0, ...world });
  const app = network.open(surroundings);
  const running = await network.start?.(surroundings);
  if (!running) throw new Error("The mailbox listens on ports of its own.");
  const { imap, smtp } = running.ports;
  const post = async (path: string, body: unknown): Promise<Response> => {
    const response = await app.request(path, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };
  const control = async (orders: Record<string, unknown>) => void (await post("/__control", orders));
  const receive = async (letter: Record<string, unknown>): Promise<string> => {
    const { ids } = (await (await post("/__letters", [letter])).json()) as { ids: string[] };
    return ids[0] as string;
  };
  const open = guardedMailbox({ allowHosts: ["127.0.0.1"], timeoutMs: 5000 });
  return {
    connector: email,
    account: {
      id: "account-mail",
      credentials: {
        user: resident.address,
        password: resident.password,
        imap: `127.0.0.1:${imap}`,
        smtp: `127.0.0.1:${smtp}`,
      },
    },
    settings: email.settings.parse({ name: resident.name }) as Settings,
    speaks: "mail",
    tools: testTools({ mailbox: open, now: () => clock.now }),
    clock,
    control,
    post,
    receive,
    async letters(folder) {
      const response = await app.request(`/__letters?folder=${encodeURIComponent(folder)}`);
      return ((await response.json()) as { letters: { uid: number; flags: string[]; raw: string }[] })
        .letters;
    },
    async close() {
      await running.close();
      state.close();
    },
    addMention: (text) => receive({ text }),
    answerElsewhere: async (id, text) => void (await post("/__answer", { id, text })),
    async publishedTexts(id) {
      const journal = await app.request(`/__journal?kind=answer&id=${encodeURIComponent(id)}`);
      const { entries } = (await journal.json()) as { entries: { text: string }[] };
      return entries.map(({ text }) => text);
    },
    rejectReplies: (rejects) => control({ refuse: rejects }),
    expireSignIn: (isExpired) => control({ expireToken: isExpired }),
    breakDown: (isDown) => control({ down: isDown }),
    suffer: (mishap) => control(orders[mishap]),
  };
}

const orders = {
  "no connection": { down: true },
  "sign-in refused": { expireToken: true },
  "told to wait": { throttle: 1 },
  "write lost on the way": { loseRequest: 1 },
  "write lost on the way back": { loseAnswer: 1, savesSent: 1 },
};
