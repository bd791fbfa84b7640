import { fieldLook } from "../../parts/field.tsx";

interface TimeFieldProps {
  label: string;
  /** "09:00" */
  value: string;
  onChange(value: string): void;
}

/** A time of day. While it is half typed, the last whole one stands. */
export function TimeField({ label, value, onChange }: TimeFieldProps) {
  return (
    <label className="flex items-center gap-2">
      {label}
      <input
        type="time"
        required
        className={`${fieldLook} !w-auto`}
        value={value}
        onChange={({ target }) => target.value && onChange(target.value)}
      />
    </label>
  );
}
