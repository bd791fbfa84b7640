import type { ConversationView } from "@otklik/core/api/views";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { createDraftSaver, type DraftSaver, type SaverState } from "../../drafts/draft-saver.ts";
import { forgetDraft, keepDraft, keptDraft } from "../../drafts/draft-store.ts";
import { useRestored } from "../../drafts/restored.ts";
import { saveDraft, type TheirDraft } from "../../drafts/save-draft.ts";
import { startingDraft } from "../../drafts/starting-draft.ts";
import { conversationQuery } from "../../queries.ts";
import { useWorkspace } from "../../workspace.tsx";

const waitMs = 400;

export interface Draft {
  text: string;
  state: SaverState<TheirDraft>;
  write(text: string): void;
  keepMine(): void;
  takeTheirs(): void;
  /** The text is about to leave: nothing of it is saved any more. Resolves when the last save has ended. */
  letGo(): Promise<void>;
}

/** The draft of one conversation; the caller is keyed by its id, so that it never appears under another one. */
export function useDraft(conversation: ConversationView): Draft {
  const { id } = conversation;
  const client = useQueryClient();
  const { me } = useWorkspace();
  const [start] = useState(() => startingDraft(conversation, keptDraft(localStorage, id)));
  const [text, setText] = useState(start.text);
  const [state, setState] = useState<SaverState<TheirDraft>>(
    start.theirs ? { is: "conflict", theirs: start.theirs } : { is: "saved", ...start },
  );
  const version = useRef(start.version);
  const saver = useRef<DraftSaver>(null);

  const heard = useCallback(
    (next: SaverState<TheirDraft>) => {
      setState(next);
      if (next.is !== "saved") return;
      version.current = next.version;
      forgetDraft(localStorage, id);
      const draft = { text: next.text, version: next.version, by: me.email, at: new Date().toISOString() };
      client.setQueryData(conversationQuery(id).queryKey, (known) => known && { ...known, draft });
    },
    [client, id, me.email],
  );

  useEffect(() => {
    const begun = createDraftSaver<TheirDraft>({
      version: version.current,
      waitMs,
      save: (words, over) => saveDraft(id, words, over),
      onState: heard,
    });
    saver.current = begun;
    if (start.isUnsaved && !start.theirs) begun.change(start.text);
    return () => begun.flush();
  }, [id, heard, start]);

  const adopt = useCallback((next: { text: string; version: number }) => {
    setText(next.text);
    version.current = next.version;
    saver.current?.known(next.version);
    setState({ is: "saved", ...next });
  }, []);

  // Someone wrote here while this person did not: their text is the draft now.
  const server = conversation.draft;
  useEffect(() => {
    if (server && server.version > version.current && state.is === "saved") adopt(server);
  }, [server, state.is, adopt]);

  useRestored(
    id,
    useCallback(() => {
      const known = client.getQueryData(conversationQuery(id).queryKey);
      if (known) adopt(startingDraft(known, keptDraft(localStorage, id)));
    }, [adopt, client, id]),
  );

  const write = (next: string) => {
    setText(next);
    keepDraft(localStorage, id, { text: next, version: version.current });
    if (state.is !== "conflict") saver.current?.change(next);
  };
  return {
    text,
    state,
    write,
    keepMine() {
      if (state.is !== "conflict") return;
      version.current = state.theirs.version;
      saver.current?.known(state.theirs.version);
      saver.current?.change(text);
    },
    takeTheirs() {
      if (state.is !== "conflict") return;
      forgetDraft(localStorage, id);
      adopt(state.theirs);
    },
    letGo() {
      setText("");
      setState({ is: "saved", text: "", version: version.current });
      return saver.current?.stop() ?? Promise.resolve();
    },
  };
}
