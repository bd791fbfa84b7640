import type { NewMessage, Queue, QueueName } from "@otklik/core/ports";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeQueueProperties } from "./queue-properties.ts";

/** A message as a home's poller gets it. */
export interface Polled {
  id: string;
  receipt: string;
  body: string;
  /** 1 on the first time that it is handed out. */
  attempts: number;
  sentAt: Date;
}

/** What each home offers to whoever wakes the rooms: the other side of the Queue port. */
interface QueuePoller {
  receive(queue: QueueName, take: { max: number; visibilitySeconds: number }): Promise<Polled[]>;
  done(queue: QueueName, receipts: readonly string[]): Promise<void>;
  release(queue: QueueName, receipts: readonly string[], how?: { delaySeconds?: number }): Promise<void>;
}

export interface OpenedQueue {
  queue: Queue;
  poller: QueuePoller;
  /** Lets that much time go by for the queue: by its clock where it has one. */
  pass: (seconds: number) => Promise<void>;
  close: () => Promise<void>;
}

/**
 * What every implementation of the Queue port must do; a message may be received five times before it is given up.
 * `pull` is the queue that keeps groups, `label` one that takes delays.
 * @param lacks what an emulator cannot do although the service it stands for can; shown elsewhere then
 */
export function describeQueue(
  name: string,
  open: () => Promise<OpenedQueue>,
  { lacks = [] }: { lacks?: readonly "emoji"[] } = {},
): void {
  describe(`${name}: a queue`, () => {
    let opened: OpenedQueue;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const send = (...messages: NewMessage[]): Promise<void> => opened.queue.send("label", messages);
    const receive = (max = 10): Promise<Polled[]> =>
      opened.poller.receive("label", { max, visibilitySeconds: 2 });
    const receiveOne = async (): Promise<Polled> => {
      const [message] = await receive(1);
      expect(message).toBeDefined();
      return message as Polled;
    };
    const bodies = async (): Promise<string[]> => (await receive()).map(({ body }) => body);
    const done = ({ receipt }: Polled): Promise<void> => opened.poller.done("label", [receipt]);

    it.skipIf(lacks.includes("emoji"))("hands out an emoji as it was sent", async () => {
      await send({ body: '{"text":"Не пришла 😡"}' });
      expect(await bodies()).toEqual(['{"text":"Не пришла 😡"}']);
    });

    it("hands out what was sent", async () => {
      await send({ body: '{"text":"Не пришла"}' });
      const [message, ...others] = await receive();
      expect(message).toMatchObject({
        body: '{"text":"Не пришла"}',
        attempts: 1,
        sentAt: expect.any(Date),
      });
      expect(others).toEqual([]);
    });

    it("hands out no more than asked for, and the rest afterwards", async () => {
      await send(...Array.from({ length: 12 }, (_, at) => ({ body: String(at) })));
      const first = await receive(10);
      const second = await receive(10);
      expect([first.length, second.length]).toEqual([10, 2]);
      expect(new Set([...first, ...second].map(({ body }) => body)).size).toBe(12);
    });

    it("keeps the queues apart", async () => {
      await opened.queue.send("pull", [{ body: "pull" }]);
      await send({ body: "label" });
      expect(await bodies()).toEqual(["label"]);
    });

    it("sends nothing when there is nothing to send", async () => {
      await send();
      expect(await bodies()).toEqual([]);
    });

    describe("answering for a message", () => {
      it("hides a message while someone works on it", async () => {
        await send({ body: "a" });
        await receive();
        expect(await bodies()).toEqual([]);
      });

      it("hands a message out again when its time ran out, and counts that", async () => {
        await send({ body: "a" });
        await receive();
        await opened.pass(3);
        expect((await receiveOne()).attempts).toBe(2);
      });

      it("never hands out again what is done", async () => {
        await send({ body: "a" });
        await done(await receiveOne());
        await opened.pass(3);
        expect(await bodies()).toEqual([]);
      });

      it("does not let an old receipt end a message that another works on", async () => {
        await send({ body: "a" });
        const late = await receiveOne();
        await opened.pass(3);
        await receiveOne();
        await done(late);
        await opened.pass(3);
        expect((await receiveOne()).attempts).toBe(3);
      });

      it("does not let an old receipt give back a message that another works on", async () => {
        await send({ body: "a" });
        const late = await receiveOne();
        await opened.pass(3);
        await receiveOne();
        await opened.poller.release("label", [late.receipt]);
        expect(await bodies()).toEqual([]);
      });

      it("hands out at once what was given back", async () => {
        await send({ body: "a" });
        const { receipt } = await receiveOne();
        await opened.poller.release("label", [receipt]);
        expect((await receiveOne()).attempts).toBe(2);
      });

      it("hands out what was given back with a delay only after it", async () => {
        await send({ body: "a" });
        const { receipt } = await receiveOne();
        await opened.poller.release("label", [receipt], { delaySeconds: 4 });
        await opened.pass(3);
        expect(await bodies()).toEqual([]);
        await opened.pass(2);
        expect(await bodies()).toEqual(["a"]);
      });
    });

    describe("delays", () => {
      it("hides a delayed message until its time", async () => {
        await send({ body: "later", delaySeconds: 2 }, { body: "now" });
        expect(await bodies()).toEqual(["now"]);
        await opened.pass(3);
        expect(await bodies()).toContain("later");
      });

      it.each([{ delaySeconds: 901 }, { delaySeconds: -1 }, { delaySeconds: 5, group: "g" }])(
        "refuses %j, and sends nothing",
        async (wish) => {
          await expect(send({ body: "fine" }, { body: "a", ...wish })).rejects.toThrow();
          expect(await bodies()).toEqual([]);
        },
      );
    });

    describe("dedupe", () => {
      it("swallows a second message with the same key, in one send and in two", async () => {
        await send({ body: "first", dedupe: "k" }, { body: "second", dedupe: "k" });
        await send({ body: "third", dedupe: "k" });
        expect(await bodies()).toEqual(["first"]);
      });

      it("swallows it also when the first is done already", async () => {
        await send({ body: "first", dedupe: "k" });
        await done(await receiveOne());
        await send({ body: "second", dedupe: "k" });
        expect(await bodies()).toEqual([]);
      });

      it("tells keys and queues apart", async () => {
        await send({ body: "a", dedupe: "k" }, { body: "b", dedupe: "l" });
        await opened.queue.send("pull", [{ body: "c", dedupe: "k" }]);
        const pulled = await opened.poller.receive("pull", { max: 10, visibilitySeconds: 2 });
        expect((await bodies()).sort()).toEqual(["a", "b"]);
        expect(pulled.map(({ body }) => body)).toEqual(["c"]);
      });
    });

    describe("groups", () => {
      const group = "g";
      const send = (...messages: NewMessage[]): Promise<void> => opened.queue.send("pull", messages);
      const receive = (max = 10): Promise<Polled[]> =>
        opened.poller.receive("pull", { max, visibilitySeconds: 2 });
      const receiveOne = async (): Promise<Polled> => (await receive(1))[0] as Polled;
      const bodies = async (): Promise<string[]> => (await receive()).map(({ body }) => body);
      const done = ({ receipt }: Polled): Promise<void> => opened.poller.done("pull", [receipt]);

      it("hands out one message of a group at a time, in the order of sending", async () => {
        await send({ body: "1", group }, { body: "2", group });
        await send({ body: "3", group });
        const taken: string[] = [];
        for (const _ of ["first", "second", "third"]) {
          const [message, ...others] = await receive();
          expect(others).toEqual([]);
          taken.push((message as Polled).body);
          await done(message as Polled);
        }
        expect(taken).toEqual(["1", "2", "3"]);
      });

      it("holds back the later ones while an earlier one is in flight", async () => {
        await send({ body: "1", group }, { body: "2", group });
        await receiveOne();
        expect(await bodies()).toEqual([]);
      });

      it("hands out the same one again when its time ran out", async () => {
        await send({ body: "1", group }, { body: "2", group });
        await receiveOne();
        await opened.pass(3);
        expect(await bodies()).toEqual(["1"]);
      });

      it("holds back the later ones while an earlier one waits after being given back", async () => {
        await send({ body: "1", group }, { body: "2", group });
        const { receipt } = await receiveOne();
        await opened.poller.release("pull", [receipt], { delaySeconds: 4 });
        await opened.pass(2);
        expect(await bodies()).toEqual([]);
        await opened.pass(3);
        expect(await bodies()).toEqual(["1"]);
      });

      it("lets other groups and messages of none go on meanwhile", async () => {
        await send(
          { body: "g1", group },
          { body: "g2", group },
          { body: "h1", group: "h" },
          { body: "none" },
        );
        expect((await bodies()).sort()).toEqual(["g1", "h1", "none"]);
      });

      it("begins anew when a group was empty in between", async () => {
        await send({ body: "1", group });
        await done(await receiveOne());
        await send({ body: "2", group });
        expect(await bodies()).toEqual(["2"]);
      });
    });

    describeQueueProperties(open);
  });
}
