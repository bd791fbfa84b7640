// Watches the doors to the network, so that a suite can say who went out by another than the one it was handed.
import { AsyncLocalStorage } from "node:async_hooks";
import http from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

export interface Outside {
  /** What was tried without leave, such as "fetch". Each such try also throws. */
  reached: string[];
  /** Runs work that may go out. */
  withLeave<T>(work: () => T): T;
  /** Opens the doors again. */
  release(): void;
}

const leave = new AsyncLocalStorage<true>();
type Door = (...args: never[]) => unknown;

/** Closes `fetch`, `node:http`, `node:https` and all sockets of this process to work that was given no leave. */
export function watchOutside(): Outside {
  const reached: string[] = [];
  const doors = [
    close(globalThis, "fetch", reached),
    close(http, "request", reached),
    close(http, "get", reached),
    close(https, "request", reached),
    close(https, "get", reached),
    close(net.Socket.prototype, "connect", reached),
  ];
  syncBuiltinESMExports();
  return {
    reached,
    withLeave: (work) => leave.run(true, work),
    release() {
      for (const open of doors) open();
      syncBuiltinESMExports();
    },
  };
}

function close<K extends string>(owner: Record<K, Door> | object, name: K, reached: string[]): () => void {
  const doors = owner as Record<K, Door>;
  const door = doors[name];
  doors[name] = function (this: unknown, ...args: never[]) {
    if (leave.getStore()) return door.apply(this, args);
    reached.push(name);
    throw new Error(`Work under watch reached for ${name}; it may go out only through its tools.`);
  };
  return () => {
    doors[name] = door;
  };
}
