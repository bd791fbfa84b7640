import { useState } from "react";
import { bindings } from "../commands/bindings.ts";
import { isOffered, runCommand } from "../commands/commands.ts";
import { Dialog } from "../parts/dialog.tsx";
import { fieldLook } from "../parts/field.tsx";
import { fuzzyFind } from "../parts/fuzzy.ts";
import { useSpeech } from "../speech.tsx";
import { Keys } from "./help.tsx";
import { showOverlay } from "./overlay.ts";

/** What one looks for most stands first. */
const groups = ["act", "write", "move", "go"] as const;

/** Every verb that is to be had now, found by its name. */
export function Palette() {
  const { words } = useSpeech();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const [offered] = useState(() =>
    groups.flatMap((group) =>
      bindings.filter((one) => one.group === group && one.id !== "palette" && isOffered(one.id)),
    ),
  );
  const found = fuzzyFind(offered, query, ({ id }) => ({ names: [words.actions[id]] }));
  const chosen = found[Math.min(at, found.length - 1)];
  const run = (id = chosen?.id) => {
    if (!id) return;
    showOverlay(null);
    // after the dialog has given the focus back, so that the command may move it
    setTimeout(() => runCommand(id));
  };
  return (
    <Dialog title={words.actions.palette} onClose={() => showOverlay(null)} className="mt-[12dvh] max-w-lg">
      <div className="p-3">
        <input
          data-first
          role="combobox"
          aria-label={words.app.paletteHint}
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={chosen && `palette-${chosen.id}`}
          aria-autocomplete="list"
          placeholder={words.app.paletteHint}
          className={fieldLook}
          value={query}
          onChange={(change) => {
            setQuery(change.target.value);
            setAt(0);
          }}
          onKeyDown={(press) => {
            if (press.key === "ArrowDown") setAt(Math.min(at + 1, found.length - 1));
            else if (press.key === "ArrowUp") setAt(Math.max(at - 1, 0));
            else if (press.key === "Enter") run();
            else return;
            press.preventDefault();
          }}
        />
        {found.length === 0 && <p className="px-3 pt-3 text-ink-soft">{words.app.paletteEmpty}</p>}
        <div role="listbox" id="palette-list" aria-label={words.actions.palette} className="mt-2">
          {found.map(({ id, shown }) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox
            <div
              key={id}
              id={`palette-${id}`}
              role="option"
              aria-selected={id === chosen?.id}
              onClick={() => run(id)}
              className="flex min-h-8 cursor-pointer items-center justify-between rounded-md px-3 hover:bg-hover aria-selected:bg-wash"
            >
              {words.actions[id]}
              <span className="flex gap-1.5" aria-hidden="true">
                <Keys keys={shown} />
              </span>
            </div>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
