import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { useSpeech } from "../speech.tsx";
import { useWorkspace } from "../workspace.tsx";
import { Facets } from "./facets.tsx";
import { NavLinks } from "./nav.tsx";
import { showOverlay } from "./overlay.ts";
import { Places } from "./places.tsx";

/** The first column on a telephone. */
export function Menu() {
  const { words } = useSpeech();
  const { me } = useWorkspace();
  return (
    <Dialog title={words.app.name} onClose={() => showOverlay(null)}>
      <Places />
      <div className="p-2">
        <NavLinks onGo={() => showOverlay(null)} />
        <Facets />
      </div>
      <div className="flex flex-wrap gap-2 border-t border-line p-3">
        <Button icon="settings" onClick={() => showOverlay("settings")}>
          {words.app.settings}
        </Button>
        {me.sandboxUrl && (
          <a
            href={me.sandboxUrl}
            target="_blank"
            rel="noreferrer"
            className="content-center px-2 text-accent underline underline-offset-2"
          >
            {words.app.sandbox}
          </a>
        )}
      </div>
    </Dialog>
  );
}
