import type { ComponentProps, ReactNode } from "react";

type TickProps = Omit<ComponentProps<"input">, "onChange"> & {
  isTicked: boolean;
  onChange(isTicked: boolean): void;
  children: ReactNode;
};

/** A box to tick, with its words beside it. */
export function Tick({ isTicked, onChange, children, className = "", ...rest }: TickProps) {
  return (
    <label className={`flex min-h-8 min-w-0 items-center gap-2 ${className}`}>
      <input
        type="checkbox"
        className="size-4 shrink-0 accent-accent"
        checked={isTicked}
        onChange={({ target }) => onChange(target.checked)}
        {...rest}
      />
      {children}
    </label>
  );
}
