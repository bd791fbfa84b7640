import type { Messenger, Notice, Recipient } from "@otklik/core/alert/notice";

/** Tells nobody, remembers what it was to tell, and fails as it is told to. */
export interface RecordingMessenger extends Messenger {
  told: { to: Recipient; notice: Notice; at: Date }[];
  /** What the next tellings do instead, for as long as it stands there: thrown before anybody was told, or after. */
  failing: { with: () => Error; after?: boolean } | null;
  tried: number;
}

export function recordingMessenger(now: () => Date): RecordingMessenger {
  const messenger: RecordingMessenger = {
    told: [],
    failing: null,
    tried: 0,
    sendsMail: true,
    publicUrl: null,
    async tell(to, notice) {
      messenger.tried++;
      const { failing } = messenger;
      if (failing && !failing.after) throw failing.with();
      messenger.told.push({ to, notice, at: now() });
      if (failing) throw failing.with();
    },
  };
  return messenger;
}
