import type { VocabularyView } from "@otklik/core/api/routes/vocabulary";
import type { Topic, Trade } from "@otklik/core/label/topic";
import type { TopicCandidate } from "@otklik/core/vocabulary/topic-finder";
import type { Vocabulary } from "@otklik/core/vocabulary/vocabulary";
import { topicTitle } from "@otklik/words";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { newReplyId } from "../../drafts/reply-id.ts";
import { explain } from "../../explain.ts";
import { say } from "../../notices.ts";
import { Button } from "../../parts/button.tsx";
import { SelectField } from "../../parts/field.tsx";
import { vocabularyQuery } from "../../queries.ts";
import { SaveVerbs } from "../../shell/save-verbs.tsx";
import { ScreenHead } from "../../shell/screen-head.tsx";
import { useSpeech } from "../../speech.tsx";
import { Candidates } from "./candidates.tsx";
import {
  type Draft,
  isSame,
  listedTopics,
  ruleOf,
  twinIn,
  withoutBlank,
  withoutTopic,
  withRule,
} from "./edit.ts";
import { NameList } from "./name-list.tsx";
import { TopicRow } from "./topic-row.tsx";
import { Trial } from "./trial.tsx";

interface VocabularyFormProps {
  brand: string;
  kept: VocabularyView;
}

/** The whole vocabulary as one form, saved by its button. What was changed stays when saving fails. */
export function VocabularyForm({ brand, kept }: VocabularyFormProps) {
  const speech = useSpeech();
  const { topics: said, app, labels } = speech.words;
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [open, setOpen] = useState<Topic | null>(null);
  const { vocabulary, version } = draft ?? kept;
  const isChanged = draft !== null && !isSame(withoutBlank(draft.vocabulary), kept.vocabulary);
  const change = (next: Vocabulary) => setDraft({ vocabulary: next, version });
  const listed = listedTopics(vocabulary, kept.trades);
  const nameOf = (id: Topic) => ruleOf(vocabulary, id).title || topicTitle(id, { labels, titles: {} });
  const twin = twinIn(listed, nameOf);
  const save = useMutation({
    mutationFn: (wanted: Draft) => call("PUT /api/vocabulary", { brand, ...wanted }),
    onSuccess: (view) => {
      client.setQueryData(vocabularyQuery(brand).queryKey, view);
      for (const shown of ["candidates", "report", "conversation"])
        void client.invalidateQueries({ queryKey: [shown] });
      setDraft(null);
      say({ text: said.saved });
    },
  });
  const add = (title: string, phrases: string[]) => {
    const id: Topic = `own-${newReplyId()}`;
    change(withRule(vocabulary, { id, title, standing: { is: "shown" }, phrases }));
    setOpen(id);
  };
  const make = ({ title, phrases }: TopicCandidate) => {
    add(title, phrases);
    say({ text: said.made(title) });
  };
  return (
    <>
      <ScreenHead title={app.topics}>
        {isChanged && (
          <SaveVerbs
            form="vocabulary"
            isSaving={save.isPending}
            isWrong={twin !== null}
            onRevert={() => {
              save.reset();
              setDraft(null);
            }}
          />
        )}
      </ScreenHead>
      {isChanged && (twin !== null || save.isError) && (
        <p role="alert" className="border-b border-line bg-urgent-wash px-5 py-2 text-urgent">
          {twin === null ? explain(save.error, speech) : said.twin(twin)}
        </p>
      )}
      <div className="min-h-0 flex-1 overflow-y-auto bg-surface">
        <div className="gap-x-10 px-5 pb-16 full:grid full:grid-cols-[minmax(0,42rem)_20rem]">
          <p className="pt-4 text-ink-soft full:col-start-1">{said.lead}</p>
          <aside className="pt-6 full:sticky full:top-0 full:col-start-2 full:row-span-2 full:row-start-1 full:self-start full:pt-4">
            <Trial brand={brand} vocabulary={withoutBlank(vocabulary)} nameOf={nameOf} />
          </aside>
          <form
            id="vocabulary"
            className="min-w-0 full:col-start-1"
            onSubmit={(submit) => {
              submit.preventDefault();
              save.mutate({ vocabulary: withoutBlank(vocabulary), version });
            }}
          >
            <div className="max-w-xs pt-6">
              <SelectField
                label={said.trade}
                hint={said.tradeHint}
                value={vocabulary.trade}
                onChange={(trade) => change({ ...vocabulary, trade: trade as Trade })}
                choices={Object.entries(said.trades).map(([value, title]) => ({ value, title }))}
              />
            </div>
            <Candidates brand={brand} taken={vocabulary.topics} onMake={make} />
            <section className="pt-8">
              <h2 className="pb-2 font-semibold">{said.list}</h2>
              <ul className="divide-y divide-line border-y border-line">
                {listed.map((id) => (
                  <TopicRow
                    key={id}
                    rule={ruleOf(vocabulary, id)}
                    vocabulary={vocabulary}
                    listed={listed}
                    nameOf={nameOf}
                    isOpen={open === id}
                    onToggle={() => setOpen(open === id ? null : id)}
                    onChange={(rule) => change(withRule(vocabulary, rule))}
                    onRemove={() => change(withoutTopic(vocabulary, id))}
                  />
                ))}
              </ul>
              <Button icon="plus" className="mt-3" onClick={() => add(said.newTopic, [])}>
                {said.add}
              </Button>
            </section>
            {(["products", "competitors"] as const).map((kind) => (
              <NameList
                key={kind}
                kind={kind}
                names={vocabulary[kind]}
                onChange={(names) => change({ ...vocabulary, [kind]: names })}
              />
            ))}
          </form>
        </div>
      </div>
    </>
  );
}
