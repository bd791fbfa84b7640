import type { ComponentProps } from "react";
import { shownKey } from "../commands/shown-keys.ts";
import { Icon, type IconName } from "./icon.tsx";

const looks = {
  /** The one thing to do on a screen. */
  primary: "bg-accent text-on-accent font-semibold px-3 hover:opacity-90",
  plain: "border border-edge bg-surface px-3 hover:bg-hover",
  quiet: "text-ink-soft px-2 hover:bg-hover hover:text-ink",
} as const;

type ButtonProps = ComponentProps<"button"> & {
  look?: keyof typeof looks;
  icon?: IconName;
  /** The key that does the same, shown beside the word. */
  hotkey?: string | undefined;
};

export function Button({ look = "plain", icon, hotkey, className = "", children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`inline-flex min-h-8 items-center justify-center gap-1.5 rounded-md whitespace-nowrap disabled:opacity-50 aria-disabled:opacity-60 ${looks[look]} ${className}`}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
      {hotkey && <Key name={hotkey} />}
    </button>
  );
}

/** A button of one drawing; its label is its name and its hint. */
export function IconButton({
  icon,
  label,
  className = "",
  ...rest
}: ComponentProps<"button"> & { icon: IconName; label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-flex size-8 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-hover hover:text-ink disabled:opacity-50 ${className}`}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}

/** A key's name, where there is room for it, and for eyes only: screen readers find it in the key help. */
export function Key({ name, className = "hidden @xl:inline" }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={`rounded-sm border border-current/30 px-1 text-xs leading-4 font-normal opacity-80 ${className}`}
    >
      {shownKey(name)}
    </span>
  );
}
