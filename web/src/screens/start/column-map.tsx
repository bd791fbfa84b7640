import type { RecognisedView } from "@otklik/core/api/views";
import { useSpeech } from "../../speech.tsx";

type Columns = NonNullable<RecognisedView["columns"]>;

/** Without these a mention says little; the rest hides until it is asked for. */
const first = ["text", "rating", "author", "date", "productName"];

/** Which column was taken for what, to be corrected. */
export function ColumnMap({
  columns,
  onChange,
}: {
  columns: Columns;
  onChange(mapping: Columns["fields"]): void;
}) {
  const { words } = useSpeech();
  const fields = Object.keys(columns.fields);
  const shown = fields.filter((field) => first.includes(field) || columns.fields[field]);
  const hidden = fields.filter((field) => !shown.includes(field));
  const row = (field: string) => (
    <FieldRow
      key={field}
      field={field}
      columns={columns}
      onChoose={(column) => onChange({ ...columns.fields, [field]: column })}
    />
  );
  return (
    <section>
      <h3 className="font-semibold">{words.start.columns}</h3>
      <p className="text-sm text-ink-soft">{words.start.columnsHint}</p>
      <div className="mt-2 flex flex-col gap-1.5">{shown.map(row)}</div>
      {hidden.length > 0 && (
        <details className="mt-2">
          <summary className="min-h-6 text-accent">{words.start.moreFields}</summary>
          <div className="mt-2 flex flex-col gap-1.5">{hidden.map(row)}</div>
        </details>
      )}
    </section>
  );
}

interface FieldRowProps {
  field: string;
  columns: Columns;
  onChoose(column: string | null): void;
}

function FieldRow({ field, columns, onChoose }: FieldRowProps) {
  const { words } = useSpeech();
  const known: Readonly<Record<string, string>> = words.start.fields;
  const column = columns.fields[field] ?? null;
  const at = column === null ? -1 : columns.names.indexOf(column);
  const example = columns.rows.map((cells) => cells[at]).find((cell) => cell);
  return (
    <label className="grid grid-cols-[9rem_minmax(0,12rem)_1fr] items-center gap-3 max-wide:grid-cols-[7rem_1fr]">
      <span className="truncate">{known[field] ?? field}</span>
      <select
        className="min-h-8 w-full truncate rounded-md border border-edge bg-surface px-2"
        value={column ?? ""}
        onChange={(change) => onChoose(change.target.value || null)}
      >
        <option value="">{words.start.noColumn}</option>
        {columns.names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <span className="truncate text-sm text-ink-soft max-wide:hidden">
        {example && `${words.start.example}: ${example}`}
      </span>
    </label>
  );
}
