import { useReachable } from "../reachability.ts";
import { useSpeech } from "../speech.tsx";

/** A thin bar while the server does not answer; nothing else stops. */
export function OfflineBar() {
  const { words } = useSpeech();
  const isReachable = useReachable();
  return (
    <div role="status">
      {!isReachable && (
        <p className="bg-urgent-wash px-4 py-1 text-center text-xs text-urgent">{words.app.offline}</p>
      )}
    </div>
  );
}
