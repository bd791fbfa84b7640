// What is attached to a comment or a message, as addresses: pure.
import type { Media } from "@otklik/core/connector";
import { z } from "zod";

const Url = z.string().regex(/^https?:/);
const Sized = z.array(
  z
    .object({ url: Url, width: z.number().catch(0) })
    .nullable()
    .catch(null),
);
const spare = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

const Attachment = z.object({
  photo: spare(z.object({ sizes: spare(Sized), images: spare(Sized) })),
  video: spare(
    z.object({
      id: z.union([z.int(), z.string()]),
      owner_id: z.union([z.int(), z.string()]),
      image: spare(Sized),
    }),
  ),
  doc: spare(z.object({ url: Url })),
  audio_message: spare(z.object({ link_mp3: Url })),
  graffiti: spare(z.object({ url: spare(Url), photo_586: spare(Url) })),
  sticker: spare(z.object({ images: spare(Sized) })),
});
type Attachment = z.infer<typeof Attachment>;

/** What can be shown; links, gifts, polls and the like are left to the network's own page. */
export function mediaOf(attachments: readonly unknown[] | null | undefined): Media[] | undefined {
  const media = (attachments ?? []).flatMap((one) => {
    const { data } = Attachment.safeParse(one);
    return data ? (shown(data) ?? []) : [];
  });
  return media.length > 0 ? media : undefined;
}

function shown({ photo, video, doc, audio_message: voice, graffiti, sticker }: Attachment): Media | null {
  if (photo) return image(photo.sizes ?? photo.images);
  if (video) {
    const preview = image(video.image)?.url;
    const url = `https://vk.com/video${video.owner_id}_${video.id}`;
    return { kind: "video", url, ...(preview && { previewUrl: preview }) };
  }
  if (voice) return { kind: "audio", url: voice.link_mp3 };
  if (doc) return { kind: "file", url: doc.url };
  const drawn = graffiti?.url ?? graffiti?.photo_586;
  return drawn ? { kind: "image", url: drawn } : image(sticker?.images);
}

/** The largest, with one that is at least 200 pixels wide for a preview. */
function image(sizes: z.infer<typeof Sized> | null | undefined): Media | null {
  const sorted = (sizes ?? []).filter((size) => size !== null).sort((one, other) => one.width - other.width);
  const largest = sorted.at(-1);
  if (!largest) return null;
  const preview = sorted.find(({ width }) => width >= 200);
  return { kind: "image", url: largest.url, ...(preview && { previewUrl: preview.url }) };
}
