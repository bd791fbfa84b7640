import type { Named } from "@otklik/core/vocabulary/vocabulary";
import { useState } from "react";
import { Button, IconButton } from "../../parts/button.tsx";
import { TextField } from "../../parts/field.tsx";
import { useSpeech } from "../../speech.tsx";
import { listOf } from "./edit.ts";

const sayings = {
  products: { hint: "productsHint", none: "noProducts", add: "addProduct" },
  competitors: { hint: "competitorsHint", none: "noCompetitors", add: "addCompetitor" },
} as const;

interface NameListProps {
  kind: keyof typeof sayings;
  names: readonly Named[];
  onChange(names: Named[]): void;
}

/** The names of one kind, each with its other spellings. */
export function NameList({ kind, names, onChange }: NameListProps) {
  const { topics: said } = useSpeech().words;
  const { hint, none, add } = sayings[kind];
  const put = (at: number, named: Named) => onChange(names.map((one, place) => (place === at ? named : one)));
  return (
    <section className="pt-8">
      <h2 className="font-semibold">{said[kind]}</h2>
      <p className="pb-2 text-sm text-ink-soft">{said[hint]}</p>
      {names.length === 0 && <p className="text-ink-soft">{said[none]}</p>}
      <ul className="flex flex-col gap-3">
        {names.map((named, at) => (
          <NameRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a name that is being typed has no other name than its place
            key={at}
            named={named}
            onChange={(next) => put(at, next)}
            onRemove={() => onChange(names.filter((_, place) => place !== at))}
          />
        ))}
      </ul>
      <Button icon="plus" className="mt-3" onClick={() => onChange([...names, { name: "", spellings: [] }])}>
        {said[add]}
      </Button>
    </section>
  );
}

interface NameRowProps {
  named: Named;
  onChange(named: Named): void;
  onRemove(): void;
}

function NameRow({ named, onChange, onRemove }: NameRowProps) {
  const { topics: said } = useSpeech().words;
  const shown = named.spellings.join(", ");
  const [written, setWritten] = useState(shown);
  // What was typed stays as long as it means what is kept; another row may have moved up into this place.
  const value = listOf(written).join(", ") === shown ? written : shown;
  return (
    <li className="flex items-end gap-2">
      <div className="grid min-w-0 flex-1 gap-x-3 gap-y-1 wide:grid-cols-2">
        <TextField
          label={said.spelling}
          value={named.name}
          onChange={(name) => onChange({ ...named, name })}
          minLength={2}
          maxLength={60}
          autoFocus={named.name === ""}
        />
        <TextField
          label={`${said.spellings} (${said.spellingsHint})`}
          value={value}
          onChange={(typed) => {
            setWritten(typed);
            onChange({ ...named, spellings: listOf(typed) });
          }}
        />
      </div>
      <IconButton icon="cross" label={said.removeName(named.name)} onClick={onRemove} className="mb-0.5" />
    </li>
  );
}
