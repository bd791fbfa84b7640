import { useNow } from "../clock.ts";
import { dismiss, type Notice } from "../notices.ts";
import { IconButton, Key } from "../parts/button.tsx";
import { useSpeech } from "../speech.tsx";

/** Short words about what happened. The region is always there, or a screen reader would miss its first word. */
export function Notices({ notices }: { notices: readonly Notice[] }) {
  const { words } = useSpeech();
  return (
    <section
      aria-label={words.app.notices}
      className="pointer-events-none absolute inset-x-0 bottom-4 z-20 flex max-w-sm flex-col items-start gap-2 px-4 max-wide:bottom-20"
    >
      <div role="status" className="contents">
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </div>
    </section>
  );
}

function NoticeLine({ notice: { id, text, until, undo, action } }: { notice: Notice }) {
  const { words } = useSpeech();
  const then = (run: () => void) => () => {
    dismiss(id);
    run();
  };
  return (
    <div className="appear pointer-events-auto flex min-h-10 max-w-xl items-center gap-2 rounded-md bg-ink py-1 pr-1 pl-4 text-ground shadow-float">
      <span className="py-1">{text}</span>
      {undo && (
        <button
          type="button"
          onClick={then(undo)}
          className="flex min-h-8 items-center gap-2 rounded-sm px-2 font-semibold underline underline-offset-2"
        >
          {words.actions.undo}
          <Key name="z" className="max-wide:hidden" />
          <Countdown until={until} />
        </button>
      )}
      {action && (
        <button
          type="button"
          onClick={then(action.run)}
          className="min-h-8 rounded-sm px-2 font-semibold underline underline-offset-2"
        >
          {action.label}
        </button>
      )}
      <IconButton
        icon="cross"
        label={words.actions.dismiss}
        onClick={() => dismiss(id)}
        className="text-ground! hover:bg-transparent"
      />
    </div>
  );
}

/** Seconds left, for eyes only: a screen reader would read each of them. */
function Countdown({ until }: { until: number }) {
  const now = useNow("second");
  return (
    <span aria-hidden="true" className="min-w-[2ch] text-right font-normal">
      {Math.max(0, Math.ceil((until - now.getTime()) / 1000))}
    </span>
  );
}
