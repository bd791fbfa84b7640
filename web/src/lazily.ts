import { type ComponentType, lazy } from "react";

/** A component whose code comes when it is first drawn; React itself knows default exports alone. */
export const lazily = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await load() }));
