// Who is let in, and what the servers were told to do instead of their work.
import { z } from "zod";

/** Numbers count down with each time; `true` stays until told otherwise. */
export const Orders = z.partialRecord(
  z.enum([
    /** The next connections or commands end without a word; with `down` all of them do. */
    "fail",
    "down",
    /** Every sign-in is refused. */
    "expireToken",
    /** A letter is turned away for now (451). */
    "throttle",
    /** A letter is turned away for good (550). */
    "refuse",
    /** SMTP hangs up before the letter. */
    "loseRequest",
    /** SMTP takes the letter and hangs up before it says so. */
    "loseAnswer",
    /** What was taken comes back by mail a moment later. */
    "bounce",
    /** The server puts a copy of what it took into the folder of sent mail by itself. */
    "savesSent",
  ]),
  z.union([z.boolean(), z.int().min(0)]),
);
export type Orders = z.infer<typeof Orders>;

export interface Doorkeeper {
  now(): Date;
  order(orders: Orders): void;
  /** The order holds now; a counted one holds once less after this. */
  takes(order: keyof Orders): boolean;
  hangsUp(): boolean;
  allowsPassword(user: string, password: string): boolean;
  /** PLAIN or XOAUTH2, as base64. */
  allowsSasl(way: string, response: string): boolean;
}

/** One mailbox, one password, one token: what the sandbox's page shows. */
export const resident = {
  address: "privet@tyoply-ugol.example",
  name: "Тёплый угол (демо)",
  password: "demo-password",
  accessToken: "demo-access-token",
};

export function openDoor(now: () => Date): Doorkeeper {
  const orders: Orders = {};
  const takes = (name: keyof Orders): boolean => {
    const order = orders[name] ?? false;
    if (typeof order === "number") orders[name] = Math.max(0, order - 1);
    return Boolean(order);
  };
  const allowsPassword = (user: string, password: string) =>
    !orders.expireToken && user.toLowerCase() === resident.address && password === resident.password;
  return {
    now,
    order: (given) => void Object.assign(orders, given),
    takes,
    hangsUp: () => takes("down") || takes("fail"),
    allowsPassword,
    allowsSasl(way, response) {
      const words = Buffer.from(response, "base64").toString("utf8");
      if (way.toUpperCase() === "XOAUTH2")
        return (
          !orders.expireToken &&
          words === `user=${resident.address}\x01auth=Bearer ${resident.accessToken}\x01\x01`
        );
      const [, user = "", password = ""] = words.split("\0");
      return allowsPassword(user, password);
    },
  };
}
