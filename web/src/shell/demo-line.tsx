import { useSpeech } from "../speech.tsx";
import { useWorkspace } from "../workspace.tsx";
import { showOverlay } from "./overlay.ts";
import { useOpenWorkspace } from "./use-open-workspace.ts";

const link =
  "min-h-6 rounded-sm text-accent underline decoration-current/40 underline-offset-2 hover:decoration-current";

/** One quiet line on every screen of a demo; it also leads to the person's own workspace. */
export function DemoLine() {
  const { words } = useSpeech();
  const { me } = useWorkspace();
  const openWorkspace = useOpenWorkspace();
  if (me.workspace.kind !== "demo") return null;
  const own = me.workspaces.find(({ kind }) => kind === "own");
  return (
    <p className="flex shrink-0 items-center justify-center gap-x-5 border-b border-line px-4 py-0.5 text-xs text-ink-soft">
      <span className="max-full:hidden">{words.app.demo}</span>
      <span className="whitespace-nowrap full:hidden">{words.app.demoShort}</span>
      {me.sandboxUrl && (
        <a
          href={me.sandboxUrl}
          target="_blank"
          rel="noreferrer"
          className={`${link} content-center max-wide:hidden`}
        >
          {words.app.sandbox}
        </a>
      )}
      <button
        type="button"
        className={link}
        onClick={() => (own ? openWorkspace(own.id) : showOverlay("new-workspace"))}
      >
        {words.app.useOwnData}
      </button>
    </p>
  );
}
