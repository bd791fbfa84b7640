import type { Rating } from "@otklik/core/mention/found";
import { useSpeech } from "../speech.tsx";

const star = "M6 .8 7.6 4.2 11.3 4.6 8.5 7.1 9.3 10.8 6 8.9 2.7 10.8 3.5 7.1.7 4.6 4.4 4.2z";

/** A rating as stars, at most five of them; a screen reader says "2 of 5 stars". */
export function Stars({ rating: { stars, outOf }, size = 12 }: { rating: Rating; size?: number }) {
  const { words, formats } = useSpeech();
  const count = Math.min(outOf, 5);
  const full = (stars / outOf) * count;
  const said = words.labels.stars(formats.number(stars), formats.number(outOf));
  return (
    <span className="inline-flex shrink-0 items-center" role="img" aria-label={said} title={said}>
      {Array.from({ length: count }, (_, index) => (
        <svg
          // biome-ignore lint/suspicious/noArrayIndexKey: stars have no other name than their place
          key={index}
          viewBox="0 0 12 12"
          width={size}
          height={size}
          aria-hidden="true"
          className={full >= index + 0.5 ? "text-ink" : "text-edge"}
          fill={full >= index + 0.5 ? "currentColor" : "none"}
          stroke="currentColor"
          strokeWidth="0.9"
          strokeLinejoin="round"
        >
          <path d={star} />
        </svg>
      ))}
    </span>
  );
}
