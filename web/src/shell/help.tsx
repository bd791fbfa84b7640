import { bindings } from "../commands/bindings.ts";
import { shownKey } from "../commands/shown-keys.ts";
import { Dialog } from "../parts/dialog.tsx";
import { useSpeech } from "../speech.tsx";
import { showOverlay } from "./overlay.ts";

const groups = ["move", "act", "write", "go"] as const;

/** Every verb with its key. */
export function Help() {
  const { words } = useSpeech();
  return (
    <Dialog title={words.app.keysTitle} onClose={() => showOverlay(null)} className="max-w-2xl" isForReading>
      <div className="p-5">
        <div className="columns-1 gap-10 wide:columns-2">
          {groups.map((group) => (
            <section key={group} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 text-sm text-ink-soft">{words.app.keyGroups[group]}</h3>
              <dl>
                {bindings
                  .filter((binding) => binding.group === group)
                  .map(({ id, shown }) => (
                    <div key={id} className="flex min-h-7 items-baseline justify-between gap-4">
                      <dt>{words.actions[id]}</dt>
                      <dd className="flex shrink-0 gap-1.5">
                        <Keys keys={shown} />
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
        </div>
        <p className="text-sm text-ink-soft">{words.app.keysHint}</p>
      </div>
    </Dialog>
  );
}

/** Keys of a verb: pressed one after the other when there are two. */
export function Keys({ keys }: { keys: readonly string[] }) {
  const { words } = useSpeech();
  return keys.map((key, index) => (
    <span key={key} className="flex items-baseline gap-1.5">
      {index > 0 && <span className="text-xs text-ink-soft">{words.app.thenKey}</span>}
      <kbd className="rounded-sm border border-line bg-surface px-1.5 font-sans text-xs text-ink-soft">
        {shownKey(key)}
      </kbd>
    </span>
  ));
}
