import { useMutation } from "@tanstack/react-query";
import { call } from "../../api.ts";
import { Button } from "../../parts/button.tsx";
import { saveFile } from "../../save-file.ts";
import { useSpeech } from "../../speech.tsx";

/** What people have corrected, to be taken away as files that a model can be trained on. */
export function Corrections({ brand }: { brand: string }) {
  const { words } = useSpeech();
  const { corrections } = words.silence;
  const download = useMutation({
    mutationFn: async (parts: boolean) => {
      const lines = await linesOf(brand, parts);
      if (lines.length > 0)
        saveFile(`${corrections.file}.${parts ? "ndjson" : "tsv"}`, `${lines.join("\n")}\n`, "text/plain");
      return lines.length;
    },
  });
  return (
    <section className="max-w-3xl px-5 py-4">
      <h2 className="font-semibold">{corrections.title}</h2>
      <p className="mt-1 text-ink-soft">{corrections.lead}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button disabled={download.isPending} onClick={() => download.mutate(false)}>
          {corrections.training}
        </Button>
        <Button disabled={download.isPending} onClick={() => download.mutate(true)}>
          {corrections.parts}
        </Button>
      </div>
      <p role="status" className="mt-2 text-ink-soft empty:hidden">
        {download.isError ? corrections.failed : download.data === 0 ? corrections.none : null}
      </p>
    </section>
  );
}

/** All pages, with the head before them; none where nothing was corrected. */
async function linesOf(brand: string, parts: boolean): Promise<string[]> {
  const lines: string[] = [];
  let after: string | undefined;
  let head: string | undefined;
  do {
    const page = await call("GET /api/labels", { brand, parts: String(parts), ...(after && { after }) });
    head = page.head;
    lines.push(...page.lines);
    after = page.next ?? undefined;
  } while (after);
  return head && lines.length > 0 ? [head, ...lines] : lines;
}
