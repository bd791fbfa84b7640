/** How it stands with a draft on its way to the server. */
export type SaverState<Conflict> =
  | { is: "saved"; text: string; version: number }
  | { is: "waiting" }
  | { is: "saving" }
  /** No answer; the next change or flush tries again. */
  | { is: "unsaved" }
  | { is: "conflict"; theirs: Conflict };

export type SaveOutcome<Conflict> = { saved: number } | { conflict: Conflict };

export interface DraftSaver {
  /** The text has changed; it is saved once nothing has changed for `waitMs`. */
  change(text: string): void;
  /** Saves at once what waits. */
  flush(): void;
  /** Forgets what waits; resolves when a save that is under way has ended, so that a reply can overtake no draft. */
  stop(): Promise<void>;
  /** What stands at the server now, as another way told it. */
  known(version: number): void;
}

/** Saves one draft, one request at a time, each over the version that the last one gave. */
export function createDraftSaver<Conflict>(given: {
  version: number;
  waitMs: number;
  save(text: string, version: number): Promise<SaveOutcome<Conflict>>;
  onState(state: SaverState<Conflict>): void;
}): DraftSaver {
  const { save, onState, waitMs } = given;
  let version = given.version;
  let waiting: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> | null = null;
  let isStopped = false;

  const begin = () => {
    clearTimeout(timer);
    if (underWay || waiting === null) return;
    const text = waiting;
    waiting = null;
    onState({ is: "saving" });
    underWay = save(text, version).then(
      (outcome) => ended(text, outcome),
      () => failed(text),
    );
  };
  const ended = (text: string, outcome: SaveOutcome<Conflict>) => {
    underWay = null;
    if (isStopped) return;
    if ("conflict" in outcome) {
      waiting = null;
      return onState({ is: "conflict", theirs: outcome.conflict });
    }
    version = outcome.saved;
    if (waiting === null) return onState({ is: "saved", text, version });
    begin();
  };
  const failed = (text: string) => {
    underWay = null;
    if (isStopped) return;
    waiting ??= text;
    onState({ is: "unsaved" });
  };

  return {
    change(text) {
      isStopped = false;
      waiting = text;
      onState({ is: "waiting" });
      clearTimeout(timer);
      timer = setTimeout(begin, waitMs);
    },
    flush: begin,
    async stop() {
      clearTimeout(timer);
      isStopped = true;
      waiting = null;
      await underWay;
    },
    known(at) {
      version = at;
    },
  };
}
