import { inTongue } from "../../in-tongue.ts";
import { SelectField, TextAreaField, TextField, TickField } from "../../parts/field.tsx";
import { useSpeech } from "../../speech.tsx";
import type { SettingsField } from "./settings-fields.ts";

interface SettingsFormProps {
  fields: readonly SettingsField[];
  typed: Readonly<Record<string, string>>;
  onType(typed: Record<string, string>): void;
}

/** The fields of a source's settings; those that may be left out are folded away. */
export function SettingsForm({ fields, typed, onType }: SettingsFormProps) {
  const { words } = useSpeech();
  const row = (field: SettingsField) => (
    <Setting
      key={field.name}
      field={field}
      value={typed[field.name] ?? field.preset}
      onChange={(value) => onType({ ...typed, [field.name]: value })}
    />
  );
  const optional = fields.filter(({ isRequired }) => !isRequired);
  return (
    <>
      {fields.filter(({ isRequired }) => isRequired).map(row)}
      {optional.length > 0 && (
        <details>
          <summary className="min-h-6 text-accent">{words.connect.what}</summary>
          <div className="mt-3 flex flex-col gap-4">{optional.map(row)}</div>
        </details>
      )}
    </>
  );
}

function Setting({
  field,
  value,
  onChange,
}: {
  field: SettingsField;
  value: string;
  onChange(value: string): void;
}) {
  const speech = useSpeech();
  const { connect } = speech.words;
  const { is, choices, isRequired, hint } = field;
  const shared = {
    label: inTongue(field.title, speech),
    value,
    onChange,
    hint: hint === undefined ? undefined : inTongue(hint, speech),
  };
  if (is === "boolean")
    return (
      <TickField {...shared} isTicked={value === "true"} onTick={(isTicked) => onChange(String(isTicked))} />
    );
  if (is === "list")
    return <TextAreaField {...shared} hint={shared.hint ?? connect.onePerLine} required={isRequired} />;
  if (is === "choice")
    return (
      <SelectField
        {...shared}
        choices={[
          ...(isRequired ? [] : [{ value: "", title: connect.notSet }]),
          ...choices.map((choice) => ({ value: choice.value, title: inTongue(choice.title, speech) })),
        ]}
      />
    );
  return (
    <TextField
      {...shared}
      inputMode={is === "number" ? "decimal" : "text"}
      required={isRequired}
      autoComplete="off"
    />
  );
}
