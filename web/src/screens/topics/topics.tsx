import { useQuery } from "@tanstack/react-query";
import { Failed, Skeleton } from "../../parts/faces.tsx";
import { vocabularyQuery } from "../../queries.ts";
import { ScreenHead } from "../../shell/screen-head.tsx";
import { useSpeech } from "../../speech.tsx";
import { useWorkspace } from "../../workspace.tsx";
import { VocabularyForm } from "./vocabulary-form.tsx";

/** What the brand's topics, products and competitors are called, and by which words they are known. */
export function Topics() {
  const { words } = useSpeech();
  const { brand } = useWorkspace();
  const query = useQuery(vocabularyQuery(brand));
  if (query.data) return <VocabularyForm key={brand} brand={brand} kept={query.data} />;
  return (
    <>
      <ScreenHead title={words.app.topics} />
      <div className="flex-1 overflow-y-auto bg-surface">
        {query.isPending ? (
          <Skeleton rows={8} />
        ) : (
          <Failed what={words.topics.failed} error={query.error} retry={() => query.refetch()} />
        )}
      </div>
    </>
  );
}
