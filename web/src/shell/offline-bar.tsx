import { useSyncExternalStore } from "react";
import { useSpeech } from "../speech.tsx";

export function OfflineBar() {
  const { words } = useSpeech();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status">
      {!isOnline && (
        <p className="bg-urgent-wash px-4 py-1 text-center text-xs text-urgent">{words.app.offline}</p>
      )}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}
