import { useNow } from "../clock.ts";
import { useSpeech } from "../speech.tsx";

/** A time as a person says it, exact on hover. `brief` for narrow columns. */
export function When({ at, brief = false }: { at: string; brief?: boolean }) {
  const { formats } = useSpeech();
  const now = useNow();
  const date = new Date(at);
  return (
    <time dateTime={at} title={formats.exact(date)}>
      {brief ? formats.brief(date, now) : formats.relative(date, now)}
    </time>
  );
}
