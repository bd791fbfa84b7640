import type { MeView } from "@otklik/core/api/views";
import { createContext, type ReactNode, use } from "react";
import { prefer, usePreferences } from "./preferences.ts";

/** Who is signed in, where, and the brand that the screens speak of. */
export interface WorkspaceHere {
  me: MeView;
  brand: string;
  chooseBrand(id: string): void;
}

const WorkspaceContext = createContext<WorkspaceHere | null>(null);

export function useWorkspace(): WorkspaceHere {
  const here = use(WorkspaceContext);
  if (!here) throw new Error("useWorkspace needs a WorkspaceProvider above it.");
  return here;
}

export function WorkspaceProvider({ me, children }: { me: MeView; children: ReactNode }) {
  const { brands } = usePreferences();
  const last = me.brands.find(({ id }) => id === brands[me.workspace.id]) ?? me.brands[0];
  const here: WorkspaceHere = {
    me,
    brand: last?.id ?? "",
    chooseBrand: (id) => prefer({ brands: { ...brands, [me.workspace.id]: id } }),
  };
  return <WorkspaceContext value={here}>{children}</WorkspaceContext>;
}
