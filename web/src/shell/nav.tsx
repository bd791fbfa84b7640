import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useSearchParams } from "wouter";
import { runCommand } from "../commands/commands.ts";
import { filterFrom, pathOf, toView, type View, views } from "../inbox/filter.ts";
import { useIsFull } from "../media.ts";
import { IconButton } from "../parts/button.tsx";
import { Icon, type IconName } from "../parts/icon.tsx";
import { prefer, usePreferences } from "../preferences.ts";
import { countsQuery } from "../queries.ts";
import { useSpeech } from "../speech.tsx";
import { useWorkspace } from "../workspace.tsx";
import { Facets } from "./facets.tsx";
import { showOverlay } from "./overlay.ts";
import { Places } from "./places.tsx";
import { useStuckCount } from "./use-stuck-count.ts";

/** The first column: where one is, the views, and what narrows the list. */
export function Nav() {
  const { words } = useSpeech();
  const { navNarrow } = usePreferences();
  const isFull = useIsFull();
  const isNarrow = navNarrow || !isFull;
  return (
    <nav
      aria-label={words.app.navigation}
      className={`flex shrink-0 flex-col border-r border-line ${isNarrow ? "w-[52px]" : "w-[208px]"}`}
    >
      {isNarrow ? (
        <IconButton
          icon="menu"
          label={words.actions.menu}
          className="mx-auto mt-2"
          onClick={() => showOverlay("menu")}
        />
      ) : (
        <Places />
      )}
      <div className="min-h-0 flex-1 overflow-y-auto px-2 py-2">
        <NavLinks isNarrow={isNarrow} />
        {!isNarrow && <Facets />}
      </div>
      <div className={`flex gap-1 border-t border-line p-2 ${isNarrow ? "flex-col" : ""}`}>
        <IconButton icon="settings" label={words.app.settings} onClick={() => showOverlay("settings")} />
        <IconButton icon="keys" label={`${words.actions.help} (?)`} onClick={() => runCommand("help")} />
        {isFull && (
          <IconButton
            icon="narrow"
            label={isNarrow ? words.app.expand : words.app.collapse}
            aria-expanded={!isNarrow}
            className={isNarrow ? "rotate-180" : "ml-auto"}
            onClick={() => prefer({ navNarrow: !navNarrow })}
          />
        )}
      </div>
    </nav>
  );
}

/** Views of the inbox, then the other screens. */
export function NavLinks({ isNarrow = false, onGo }: { isNarrow?: boolean; onGo?: () => void }) {
  const { words, formats } = useSpeech();
  const { brand } = useWorkspace();
  const [path] = useLocation();
  const [search] = useSearchParams();
  const counts = useQuery(countsQuery(brand));
  const stuckCount = useStuckCount();
  const here = path.startsWith("/inbox") ? filterFrom(search).view : null;
  const countOf = (view: View) => (view === "inbox" && counts.data ? formats.number(counts.data.all) : null);
  return (
    <ul>
      {views.map((view) => (
        <NavLink
          key={view}
          to={pathOf(toView(view))}
          icon={view}
          name={words.app[view]}
          count={countOf(view)}
          isHere={here === view}
          isNarrow={isNarrow}
          onGo={onGo}
        />
      ))}
      <li aria-hidden="true" className="my-2 border-t border-line" />
      {(["month", "silence", "sources", "templates", "topics", "alerts", "labeling", "stuck"] as const).map(
        (screen) => (
          <NavLink
            key={screen}
            to={`/${screen}`}
            icon={screen}
            name={words.app[screen]}
            count={screen === "stuck" ? stuckCount : null}
            isHere={path === `/${screen}` || (screen === "sources" && /^\/(start|accounts)\b/.test(path))}
            isNarrow={isNarrow}
            onGo={onGo}
          />
        ),
      )}
    </ul>
  );
}

interface NavLinkProps {
  to: string;
  icon: IconName;
  name: string;
  count: string | null;
  isHere: boolean;
  isNarrow: boolean;
  onGo: (() => void) | undefined;
}

function NavLink({ to, icon, name, count, isHere, isNarrow, onGo }: NavLinkProps) {
  return (
    <li>
      <Link
        to={to}
        onClick={onGo}
        title={isNarrow ? name : undefined}
        aria-label={isNarrow ? name : undefined}
        aria-current={isHere ? "page" : undefined}
        className={`flex min-h-8 items-center gap-2.5 rounded-md px-2.5 ${
          isHere ? "bg-wash font-semibold text-ink" : "text-ink-soft hover:bg-hover hover:text-ink"
        }`}
      >
        <Icon name={icon} className={isHere ? "text-accent" : ""} />
        {!isNarrow && <span className="flex-1 truncate">{name}</span>}
        {!isNarrow && count !== null && <span className="text-sm font-normal">{count}</span>}
      </Link>
    </li>
  );
}
