import type { LabelView } from "@otklik/core/api/views";
import { Fragment, type ReactNode } from "react";
import { type Field, type Mark, marksIn, piecesOf } from "../../label/marks.ts";
import { useSpeech } from "../../speech.tsx";

interface MarkedProps {
  text: string;
  field: Field;
  label: LabelView;
  /** The parts of the label that are pointed at: the words that led to them stand out. */
  lit: readonly string[];
}

/** A customer's text with what the label points at: lightly what is urgent or complained of, clearly what is pointed at. */
export function Marked({ text, field, label, lit }: MarkedProps) {
  const lookOf = ({ of }: Mark): keyof typeof looks | null => {
    if (lit.includes(of)) return "lit";
    if (of.startsWith("urgency.")) return "urgent";
    return label.complaint && (of === "sentiment.negative" || of === "complaint") ? "complaint" : null;
  };
  const seen = marksIn(label, field, text).filter((mark) => isNamed(mark) || lookOf(mark));
  return piecesOf(text, seen).map(({ text: piece, marks }, index) => {
    const found = marks.map(lookOf);
    const look = order.find((one) => found.includes(one));
    const named = <Named mark={marks.find(isNamed)}>{piece}</Named>;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place
      <Fragment key={index}>{look ? <mark className={looks[look]}>{named}</mark> : named}</Fragment>
    );
  });
}

const looks = {
  lit: "bg-wash shadow-[inset_0_-2px_var(--color-accent)]",
  urgent: "",
  complaint: "bg-transparent shadow-[inset_0_-1px_var(--color-mixed)]",
} as const;

/** Of several the first. */
const order = ["lit", "urgent", "complaint"] as const;

const isNamed = ({ of }: Mark): boolean => of.startsWith("name.") || of.startsWith("contact.");

/** A product, a competitor or the customer's own contact: what it is can be read beside it. */
function Named({ mark, children }: { mark: Mark | undefined; children: ReactNode }) {
  const { words, language } = useSpeech();
  if (!mark) return children;
  const { contact, name } = words.labels;
  const kinds: Readonly<Record<string, string>> = { ...contact, ...name };
  const kind = kinds[mark.of.slice(mark.of.indexOf(".") + 1)] ?? "";
  const says = mark.name ? `${kind}: ${mark.name}` : kind;
  return (
    <span title={says} className="underline decoration-dotted decoration-1 underline-offset-4">
      {children}
      <span lang={language} className="sr-only">
        {" "}
        ({says})
      </span>
    </span>
  );
}
