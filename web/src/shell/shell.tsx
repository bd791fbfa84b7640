import { type ComponentType, type ReactNode, Suspense } from "react";
import { useLocation } from "wouter";
import { useCommands } from "../commands/commands.ts";
import { useKeys } from "../commands/use-keys.ts";
import { lazily } from "../lazily.ts";
import { useIsWide } from "../media.ts";
import { hasUndo, undoLatest, useNotices } from "../notices.ts";
import { DemoLine } from "./demo-line.tsx";
import { Nav } from "./nav.tsx";
import { Notices } from "./notices.tsx";
import { OfflineBar } from "./offline-bar.tsx";
import { type Overlay, showOverlay, useOverlay } from "./overlay.ts";

const overlays: Record<Overlay, ComponentType> = {
  menu: lazily(() => import("./menu.tsx").then((m) => m.Menu)),
  palette: lazily(() => import("./palette.tsx").then((m) => m.Palette)),
  help: lazily(() => import("./help.tsx").then((m) => m.Help)),
  settings: lazily(() => import("./settings.tsx").then((m) => m.Settings)),
  "new-workspace": lazily(() => import("./new-workspace.tsx").then((m) => m.NewWorkspace)),
};

/** What stands around every screen: the demo's line, the views, notices, and what lies over them. */
export function Shell({ children }: { children: ReactNode }) {
  const [, navigate] = useLocation();
  const notices = useNotices();
  const overlay = useOverlay();
  const isWide = useIsWide();
  useKeys();
  useCommands({
    goInbox: () => navigate("/inbox"),
    goMonth: () => navigate("/month"),
    goSources: () => navigate("/sources"),
    goTemplates: () => navigate("/templates"),
    goTopics: () => navigate("/topics"),
    goStuck: () => navigate("/stuck"),
    goAlerts: () => navigate("/alerts"),
    palette: () => showOverlay("palette"),
    help: () => showOverlay("help"),
    undo: hasUndo(notices) ? undoLatest : undefined,
  });
  const Over = overlay && overlays[overlay];
  return (
    <div className="flex h-dvh flex-col">
      <header className="shrink-0">
        <OfflineBar />
        <DemoLine />
      </header>
      <div className="flex min-h-0 flex-1">
        {isWide && <Nav />}
        <main className="relative flex min-w-0 flex-1 flex-col">
          {children}
          <Notices notices={notices} />
        </main>
      </div>
      <Suspense fallback={null}>{Over && <Over />}</Suspense>
    </div>
  );
}
