import type { MentionView } from "@otklik/core/api/views";
import { Icon } from "../../parts/icon.tsx";
import { useSpeech } from "../../speech.tsx";

/** Pictures small, everything else as a link; each opens whole beside. */
export function Media({ media }: Pick<MentionView, "media">) {
  const { words } = useSpeech();
  if (media.length === 0) return null;
  return (
    <ul aria-label={words.conversation.media(media.length)} className="mt-3 flex flex-wrap gap-2">
      {media.map(({ kind, url, previewUrl }, index) => (
        <li key={previewUrl ?? url}>
          <a
            href={url || previewUrl}
            target="_blank"
            rel="noreferrer"
            aria-label={`${words.conversation.media(1)}, ${index + 1}`}
            className="relative flex size-20 items-center justify-center overflow-hidden rounded-md border border-line bg-ground text-ink-soft hover:border-edge"
          >
            {/* behind the picture, and alone where there is none */}
            <Icon name="open" />
            {(kind === "image" || previewUrl) && (
              <img
                src={previewUrl ?? url}
                alt=""
                loading="lazy"
                className="absolute inset-0 size-full object-cover"
              />
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
