import { useEffect, useRef } from "react";
import type { CommandId } from "./bindings.ts";

/** What a mounted screen can do at this moment; a verb that is absent or undefined is not to be had. */
export type Commands = Partial<Record<CommandId, (() => void) | undefined>>;

/** Screens lie over each other: the one mounted last answers first. */
const offered: { current: Commands }[] = [];

const find = (id: CommandId) => offered.findLast(({ current }) => current[id])?.current[id];

export const isOffered = (id: CommandId): boolean => find(id) !== undefined;

/** Runs a command; false when nobody offers it. */
export function runCommand(id: CommandId): boolean {
  const run = find(id);
  run?.();
  return run !== undefined;
}

/** Offers commands to keys, palette and buttons for as long as the caller is mounted. */
export function useCommands(commands: Commands): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    offered.push(latest);
    return () => {
      offered.splice(offered.indexOf(latest), 1);
    };
  }, []);
}
