import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

/** An address that came from outside may be anything; only those of pages are opened. */
export const isPage = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url);

/** A link to a page outside, beside this one; no link where the address is none. */
export function Outward({ url, children }: { url: string; children: ReactNode }) {
  if (!isPage(url)) return <span>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer" className="text-accent underline underline-offset-2">
      {children}
    </a>
  );
}

/** The same as a drawing; its label says where it leads. */
export function OutwardIcon({ url, label }: { url: string; label: string }) {
  if (!isPage(url)) return null;
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      aria-label={label}
      title={label}
      className="inline-flex size-6 items-center justify-center rounded-sm text-ink-soft hover:text-accent"
    >
      <Icon name="open" />
    </a>
  );
}
