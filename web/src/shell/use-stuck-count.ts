import { useQuery } from "@tanstack/react-query";
import { stuckQuery } from "../queries.ts";
import { useSpeech } from "../speech.tsx";

/** How much is stuck, for the mark beside its name; null while nothing is. */
export function useStuckCount(): string | null {
  const { formats } = useSpeech();
  const { data } = useQuery(stuckQuery);
  const all = (data?.letters ?? 0) + (data?.unreadable ?? 0);
  return all > 0 ? `${formats.number(all)}${data?.isAll ? "" : "+"}` : null;
}
