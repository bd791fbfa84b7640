import type { InputOf } from "@otklik/core/api/routes";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { call } from "../../api.ts";
import { useWorkspace } from "../../workspace.tsx";

/** Connects a source to the brand; without a warning to read it goes on to the inbox, where the mentions arrive. */
export function useConnect() {
  const client = useQueryClient();
  const { brand } = useWorkspace();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: (source: Omit<InputOf<"POST /api/sources">, "brand">) =>
      call("POST /api/sources", { ...source, brand }),
    onSuccess: async ({ warnings }) => {
      await client.invalidateQueries({ queryKey: ["sources"], refetchType: "all" });
      client.removeQueries({ queryKey: ["cards"] });
      if (warnings.length === 0) navigate("/inbox");
    },
  });
}
