import { type ComponentProps, type ReactNode, useId } from "react";

export const fieldLook =
  "w-full min-h-9 rounded-md border border-edge bg-surface px-3 py-1.5 text-base aria-invalid:border-urgent";

type TextFieldProps = Omit<ComponentProps<"input">, "onChange" | "value"> & {
  /** A dialog gives it the focus when it opens. */
  "data-first"?: boolean;
  label: string;
  value: string;
  onChange(value: string): void;
  hint?: ReactNode;
  /** What is wrong and what to do; what was typed stays. */
  error?: string | undefined;
};

export function TextField({ label, value, onChange, hint, error, className = "", ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <div className={`flex flex-col gap-1 ${className}`}>
      <label htmlFor={id} className="font-semibold first-letter:uppercase">
        {label}
      </label>
      <input
        id={id}
        value={value}
        onChange={(change) => onChange(change.target.value)}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-more`}
        className={fieldLook}
        {...rest}
      />
      <FieldNote id={`${id}-more`} hint={hint} error={error} />
    </div>
  );
}

/** The hint under a field, and what is wrong with it. */
export function FieldNote({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined }) {
  return (
    <div id={id} className="text-sm empty:hidden">
      {error && (
        <p role="alert" className="text-urgent">
          {error}
        </p>
      )}
      {hint && <p className="text-ink-soft">{hint}</p>}
    </div>
  );
}

interface FieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  hint?: ReactNode;
}

/** Several lines, such as a key file's content. */
export function TextAreaField({
  label,
  value,
  onChange,
  hint,
  ...rest
}: FieldProps & Omit<ComponentProps<"textarea">, "onChange" | "value">) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold first-letter:uppercase">
        {label}
      </label>
      <textarea
        id={id}
        rows={4}
        value={value}
        onChange={(change) => onChange(change.target.value)}
        aria-describedby={`${id}-more`}
        className={fieldLook}
        {...rest}
      />
      <FieldNote id={`${id}-more`} hint={hint} />
    </div>
  );
}

/** One of several. */
export function SelectField({
  label,
  value,
  onChange,
  hint,
  choices,
}: FieldProps & { choices: readonly { value: string; title: string }[] }) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold first-letter:uppercase">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(change) => onChange(change.target.value)}
        aria-describedby={`${id}-more`}
        className={fieldLook}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
      </select>
      <FieldNote id={`${id}-more`} hint={hint} />
    </div>
  );
}

/** Yes or no. */
export function TickField({
  label,
  isTicked,
  onTick,
  hint,
}: {
  label: string;
  isTicked: boolean;
  onTick(isTicked: boolean): void;
  hint?: ReactNode;
}) {
  const id = useId();
  return (
    <div>
      <label className="flex min-h-8 cursor-pointer items-center gap-2.5">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          aria-describedby={`${id}-more`}
          checked={isTicked}
          onChange={(change) => onTick(change.target.checked)}
        />
        {label}
      </label>
      <FieldNote id={`${id}-more`} hint={hint} />
    </div>
  );
}
