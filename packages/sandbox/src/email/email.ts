// A mailbox with its two servers: IMAP and SMTP on ports of their own, and a page for people in the sandbox.
import type { AddressInfo, Server } from "node:net";
import { Hono } from "hono";
import type { Running, SandboxEnv, SimulatedNetwork, Surroundings } from "../network.ts";
import type { State } from "../state.ts";
import { backstage } from "./backstage.ts";
import { type Doorkeeper, openDoor } from "./door.ts";
import { imapServer } from "./imap/server.ts";
import { pageOf } from "./page.ts";
import { type Office, type OfficeSettings, openOffice } from "./post-office.ts";
import { smtpServer } from "./smtp.ts";

const demo: OfficeSettings = { seed: "email", posts: 300, arrivalEveryMs: 4 * 60_000 };

/** The mailbox of the demo; a wish of the same name takes a setting's place. */
export function email(wish: Partial<OfficeSettings> = {}): SimulatedNetwork {
  const settings = { ...demo, ...wish };
  // Both the page and the servers are ways into one mailbox, which is filled when somebody first looks into it.
  let door: Doorkeeper | null = null;
  let office: Office | null = null;
  const inside = ({ state, now }: Surroundings) => {
    door ??= openDoor(now);
    const at = door;
    return {
      door: at,
      office: () => {
        office ??= openOffice({ state, door: at, settings });
        return office;
      },
    };
  };
  return {
    path: "/email",
    title: { ru: "Почта", en: "E-mail" },
    open(surroundings) {
      const { state } = surroundings;
      const place = inside(surroundings);
      const open = { door: place.door, office: place.office(), state };
      const app = new Hono<SandboxEnv>();
      app.use(async (_, next) => {
        open.office.letIn();
        await next();
      });
      return app.route("/", backstage(open)).route("/", pageOf(open));
    },
    start: (surroundings) => listen(inside(surroundings), surroundings.state),
  };
}

async function listen(
  { door, office }: { door: Doorkeeper; office(): Office },
  state: State,
): Promise<Running> {
  const imap = imapServer({
    door,
    open() {
      office().letIn();
      return office().box;
    },
  });
  const smtp = smtpServer({ door, take: (letter) => office().take(letter) });
  const ports = {
    imap: await listening(imap, state, "imapPort"),
    smtp: await listening(smtp.server as Server, state, "smtpPort"),
  };
  return {
    ports,
    async close() {
      imap.closeNow();
      await new Promise<void>((resolve) => void imap.close(() => resolve()));
      await new Promise<void>((resolve) => void smtp.close(() => resolve()));
    },
  };
}

/** On the port of the last time, since accounts remember it; on any free one where that is taken. */
async function listening(server: Server, state: State, fact: string): Promise<number> {
  const last = Number(state.fact(fact) ?? 0);
  const port = await listenOn(server, last).catch((error: unknown) => {
    if (last === 0) throw error;
    return listenOn(server, 0);
  });
  state.remember(fact, String(port));
  return port;
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
