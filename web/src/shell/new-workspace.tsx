import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api.ts";
import { explain } from "../explain.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { TextField } from "../parts/field.tsx";
import { useSpeech } from "../speech.tsx";
import { showOverlay } from "./overlay.ts";
import { useEnterWorkspace } from "./use-open-workspace.ts";

/** Asks the one thing a workspace of one's own needs: the brand's name, which templates will say. */
export function NewWorkspace() {
  const speech = useSpeech();
  const { app } = speech.words;
  const enter = useEnterWorkspace();
  const [name, setName] = useState("");
  const create = useMutation({
    mutationFn: () => call("POST /api/workspaces", { name: name.trim() }),
    onSuccess: (me) => {
      showOverlay(null);
      enter(me, "/start");
    },
  });
  return (
    <Dialog title={app.newWorkspace} onClose={() => showOverlay(null)}>
      <form
        className="flex flex-col gap-4 p-5"
        onSubmit={(submit) => {
          submit.preventDefault();
          create.mutate();
        }}
      >
        <TextField
          label={app.brandName}
          value={name}
          onChange={setName}
          hint={app.newWorkspaceHint}
          error={create.error ? explain(create.error, speech) : undefined}
          maxLength={120}
          required
          data-first
        />
        <Button
          type="submit"
          look="primary"
          className="self-start"
          disabled={!name.trim() || create.isPending}
        >
          {app.createWorkspace}
        </Button>
      </form>
    </Dialog>
  );
}
