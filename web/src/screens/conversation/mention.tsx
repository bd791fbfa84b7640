import type { MentionView } from "@otklik/core/api/views";
import { useMutation } from "@tanstack/react-query";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { OutwardIcon } from "../../parts/outward.tsx";
import { Stars } from "../../parts/stars.tsx";
import { When } from "../../parts/when.tsx";
import { useSpeech } from "../../speech.tsx";
import { LabelLine } from "./label-line.tsx";
import { Media } from "./media.tsx";
import { markedPieces } from "./thread.ts";

interface MentionProps {
  mention: MentionView;
  conversationId: string;
  /** The brand's own names of topics. */
  topicTitles: Readonly<Record<string, string>>;
}

/** What a customer said: the largest text on the screen, in its own language. */
export function Mention({ mention, conversationId, topicTitles }: MentionProps) {
  const { words } = useSpeech();
  const { author, product, label, ownerReply: _, ...said } = mention;
  const lang = label.language === "und" ? undefined : label.language;
  const about = [product?.name, said.location].filter(Boolean).join(", ");
  return (
    <article className="max-w-[70ch]">
      <header className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
        <h2 className="min-w-0 font-semibold break-words">{author.name ?? words.labels.anonymous}</h2>
        {said.rating && <Stars rating={said.rating} />}
        <span className="text-sm text-ink-soft">
          <When at={said.postedAt} />
          {said.editedAt && <Edited at={said.editedAt} />}
        </span>
        <OutwardIcon url={said.url} label={words.conversation.openThere} />
      </header>
      {about && <p className="text-sm text-ink-soft">{about}</p>}
      {said.removed && <p className="mt-1 text-sm text-urgent">{words.conversation.removed}</p>}
      <div lang={lang} className="mt-3 flex flex-col gap-3 text-lg">
        {said.title && <p className="font-semibold">{said.title}</p>}
        <Text mention={mention} conversationId={conversationId} />
        {said.pros && <Part name={words.conversation.stage.pros} text={said.pros} />}
        {said.cons && <Part name={words.conversation.stage.cons} text={said.cons} />}
      </div>
      <Media media={said.media} />
      <LabelLine mention={mention} topicTitles={topicTitles} />
    </article>
  );
}

function Edited({ at }: { at: string }) {
  const { words, formats } = useSpeech();
  const date = new Date(at);
  return (
    <span title={formats.exact(date)}>, {words.conversation.edited(formats.relative(date, new Date()))}</span>
  );
}

function Text({ mention, conversationId }: Omit<MentionProps, "topicTitles">) {
  const speech = useSpeech();
  const { words } = speech;
  const whole = useMutation({
    mutationFn: () => call("GET /api/mentions/:id/text", { id: mention.id, conversation: conversationId }),
  });
  const text = whole.data?.text ?? mention.text;
  if (text === "") return null;
  const marks = mention.label.urgency.map((one) => one.words);
  return (
    <>
      <p className="whitespace-pre-wrap">
        {markedPieces(text, marks).map(({ text: piece, isMarked }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place
          isMarked ? <mark key={index}>{piece}</mark> : piece,
        )}
      </p>
      {mention.cut && !whole.data && (
        <button
          type="button"
          onClick={() => whole.mutate()}
          className="min-h-8 self-start text-base text-accent underline underline-offset-2"
        >
          {words.conversation.wholeText}
        </button>
      )}
      {whole.error && <p className="text-base text-urgent">{explain(whole.error, speech)}</p>}
    </>
  );
}

function Part({ name, text }: { name: string; text: string }) {
  const { language } = useSpeech();
  return (
    <div>
      <p lang={language} className="text-sm text-ink-soft">
        {name}
      </p>
      <p className="whitespace-pre-wrap">{text}</p>
    </div>
  );
}
