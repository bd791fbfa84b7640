import type { ConversationView, MentionView } from "@otklik/core/api/views";
import { topicTitle, type Words } from "@otklik/words";
import type { ReactNode } from "react";
import { useNow } from "../../clock.ts";
import { networkTitle } from "../../parts/network-title.ts";
import { Outward } from "../../parts/outward.tsx";
import { When } from "../../parts/when.tsx";
import { useSpeech } from "../../speech.tsx";

/** What is known beside the words: customer, product, why it stands here, what we concluded. */
export function Facts({ conversation }: { conversation: ConversationView }) {
  const { words, formats } = useSpeech();
  const { facts } = words.conversation;
  const now = useNow();
  const latest = conversation.mentions.at(-1);
  if (!latest) return null;
  const { author, product, location, tags, label } = latest;
  const nameOf = (topic: string) =>
    topicTitle(topic, { labels: words.labels, titles: conversation.topicTitles });
  const due = new Date(conversation.place.dueAt);
  return (
    <div className="flex flex-col gap-5 p-5 text-sm">
      <Group title={facts.customer}>
        <p>{author.name ?? words.labels.anonymous}</p>
        {author.url && <Outward url={author.url}>{facts.profile}</Outward>}
        <p className="text-ink-soft">
          {facts.posted} <When at={latest.postedAt} />
        </p>
        <p className="text-ink-soft">{formats.languageName(label.language)}</p>
      </Group>
      {(product || location) && (
        <Group title={product ? facts.product : facts.place}>
          {product?.name &&
            (product.url ? <Outward url={product.url}>{product.name}</Outward> : <p>{product.name}</p>)}
          {product?.sku && (
            <p className="text-ink-soft">
              {facts.sku} {product.sku}
            </p>
          )}
          {location && <p>{location}</p>}
        </Group>
      )}
      <Group title={facts.order}>
        <p>{words.labels.priority[conversation.place.priority]}</p>
        <ul className="text-ink-soft">
          {conversation.place.why.map((why) => (
            <li key={why}>{sayWhy(why, words.labels.why)}</li>
          ))}
        </ul>
        <p className="text-ink-soft" title={formats.exact(due)}>
          {facts.due}: {formats.relative(due, now)}
        </p>
      </Group>
      <Group title={facts.label}>
        <p>
          {facts.confidence(
            words.labels.sentiment[label.sentiment.is],
            formats.percent(label.sentiment.confidence),
          )}
        </p>
        <p>
          {facts.confidence(
            words.labels.emotion[label.emotion.is],
            formats.percent(label.emotion.confidence),
          )}
        </p>
        <p>{label.topics.map(nameOf).join(", ")}</p>
        {label.touchpoint && (
          <p className="text-ink-soft">
            {facts.touchpoint}: {words.labels.touchpoint[label.touchpoint]}
          </p>
        )}
        <p className="text-ink-soft">
          {facts.by}: {label.by === "stars" ? words.labels.by.stars : label.by}
        </p>
        {label.corrected && (
          <p className="text-ink-soft">
            {facts.corrected(label.corrected.by, formats.relative(new Date(label.corrected.at), now))}
          </p>
        )}
        {modelsWords(label, { words, nameOf }).map((said) => (
          <p key={said} className="text-ink-soft">
            {facts.modelSaid(said)}
          </p>
        ))}
      </Group>
      <Group title={facts.source}>
        <p>{conversation.source.title}</p>
        <p className="text-ink-soft">
          {networkTitle(conversation.network, conversation.networkTitle, words)}
        </p>
      </Group>
      {tags.length > 0 && (
        <Group title={facts.tags}>
          <p>{tags.join(", ")}</p>
        </Group>
      )}
      <Rules rules={conversation.replyRules} />
    </div>
  );
}

function Rules({ rules }: { rules: ConversationView["replyRules"] }) {
  const { words } = useSpeech();
  const { facts } = words.conversation;
  if (!rules) return null;
  const { maxLength, unit = "characters" } = rules;
  const said = [
    ...(maxLength === undefined ? [] : [facts.longest(words.composer.units[unit](maxLength))]),
    ...(rules.moderated ? [facts.moderated] : []),
    ...(rules.edits === 0 ? [facts.editsNone] : []),
  ];
  if (said.length === 0) return null;
  return (
    <Group title={facts.replyRules}>
      <ul className="text-ink-soft">
        {said.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </Group>
  );
}

/** What the model had said of the parts that a person corrected, in the words of the label's editor. */
function modelsWords(
  { corrected }: MentionView["label"],
  { words: { labels, conversation }, nameOf }: { words: Words; nameOf(topic: string): string },
): string[] {
  const { sentiment, complaint, emotion, topics, touchpoint, urgency, flags, wish } = corrected?.was ?? {};
  const { label: rows, facts } = conversation;
  const listed = (all: readonly string[]) => (all.length > 0 ? all.join(", ") : facts.modelSaidNone);
  const said: [string, string | undefined][] = [
    [rows.sentiment, sentiment && labels.sentiment[sentiment.is]],
    [
      rows.complaint,
      complaint === undefined ? undefined : complaint ? labels.complaint : facts.modelSaidNone,
    ],
    [rows.emotion, emotion && labels.emotion[emotion.is]],
    [rows.topics, topics && listed(topics.map(nameOf))],
    [rows.urgency, urgency && listed(urgency.map(({ reason }) => labels.urgency[reason]))],
    [rows.flags, flags && listed(flags.map((flag) => labels.flag[flag]))],
    [
      rows.touchpoint,
      touchpoint === null ? facts.modelSaidNone : touchpoint && labels.touchpoint[touchpoint],
    ],
    [rows.wish, wish === null ? facts.modelSaidNone : wish && labels.wish[wish]],
  ];
  return said.flatMap(([row, word]) => (word === undefined ? [] : [`${row}: ${word}`]));
}

const sayWhy = (why: string, known: Readonly<Record<string, string>>): string => known[why] ?? why;

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-0.5 break-words">
      <h3 className="text-xs text-ink-soft">{title}</h3>
      {children}
    </section>
  );
}
