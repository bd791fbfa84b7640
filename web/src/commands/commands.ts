import { useEffect, useLayoutEffect, useRef } from "react";
import type { CommandId } from "./bindings.ts";

/** What a mounted screen can do at this moment; a verb that is absent or undefined is not to be had. */
export type Commands = Partial<Record<CommandId, (() => void) | undefined>>;

/** Screens lie over each other: the one mounted last answers first. */
const offered: { current: Commands }[] = [];

const find = (id: CommandId) => offered.findLast(({ current }) => current[id])?.current[id];

export const isOffered = (id: CommandId): boolean => find(id) !== undefined;

/** What still waits for a frame and must be done before the next verb, which is meant for what it leads to. */
const waiting = new Set<() => void>();

/** Runs a command; false when nobody offers it. */
export function runCommand(id: CommandId): boolean {
  if (id !== "next" && id !== "previous") for (const settle of waiting) settle();
  const run = find(id);
  run?.();
  return run !== undefined;
}

/** Offers commands to keys, palette and buttons for as long as the caller is mounted. */
export function useCommands(commands: Commands): void {
  const latest = useRef(commands);
  // With the drawing and not after it: a key pressed in between is meant for what is seen.
  useLayoutEffect(() => {
    latest.current = commands;
  });
  useLayoutEffect(() => {
    offered.push(latest);
    return () => {
      offered.splice(offered.indexOf(latest), 1);
    };
  }, []);
}

/** Calls `settle` before each command but a step, for as long as the caller is mounted. */
export function useSettled(settle: () => void): void {
  useEffect(() => {
    waiting.add(settle);
    return () => void waiting.delete(settle);
  }, [settle]);
}
