import type { ConnectedView } from "@otklik/core/api/routes/accounts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { inTongue } from "../../in-tongue.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { useSpeech } from "../../speech.tsx";
import { useWorkspace } from "../../workspace.tsx";
import { useFileDrop } from "../start/use-file-drop.ts";
import { tableText } from "./table-text.ts";

/** Connects the sources of a table that is chosen, or dropped anywhere on the screen, and tells what became of each. */
export function ImportTable() {
  const speech = useSpeech();
  const { connect, start } = speech.words;
  const { brand } = useWorkspace();
  const client = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const bring = useMutation({
    mutationFn: async (file: File) =>
      call("POST /api/sources/import", { brand, text: tableText(await file.arrayBuffer()) }),
    onSettled: async () => {
      for (const key of ["sources", "accounts"])
        await client.invalidateQueries({ queryKey: [key], refetchType: "all" });
    },
  });
  const isOver = useFileDrop((file) => bring.mutate(file));
  return (
    <section className={`flex flex-col items-start gap-2 px-5 py-5 ${isOver ? "bg-wash" : ""}`}>
      <Button disabled={bring.isPending} onClick={() => picker.current?.click()}>
        {isOver ? connect.tableDrop : bring.isPending ? start.connecting : connect.table}
      </Button>
      <p className="max-w-2xl text-sm text-ink-soft">{connect.tableHint}</p>
      <input
        ref={picker}
        type="file"
        accept=".csv,.tsv,.txt"
        hidden
        onChange={(change) => {
          const file = change.target.files?.[0];
          change.target.value = "";
          if (file) bring.mutate(file);
        }}
      />
      {(bring.data ?? bring.error) && (
        <Dialog title={connect.tableTitle} isForReading onClose={() => bring.reset()}>
          <div className="flex flex-col gap-3 p-5">
            {bring.error && <p role="alert">{explain(bring.error, speech)}</p>}
            {bring.data && <Results results={bring.data.results} />}
          </div>
        </Dialog>
      )}
    </section>
  );
}

function Results({ results }: { results: readonly ConnectedView[] }) {
  const speech = useSpeech();
  const { connect } = speech.words;
  const count = (is: ConnectedView["is"]): number => results.filter((one) => one.is === is).length;
  const refused = results.filter(({ is }) => is === "refused");
  return (
    <>
      <p>{connect.tableDone(count("connected"), count("already"))}</p>
      {refused.length > 0 && (
        <>
          <p>{connect.tableRefused(refused.length)}</p>
          <ul className="divide-y divide-line border-y border-line">
            {refused.map(({ line = 0, title, why }) => (
              <li key={line} className="py-2">
                <span className="font-semibold">
                  {connect.line(line)}
                  {title && ` · ${title}`}
                </span>
                <br />
                {why && inTongue(why, speech)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
