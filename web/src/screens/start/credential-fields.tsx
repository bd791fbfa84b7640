import type { NetworkView } from "@otklik/core/api/views";
import { TextField } from "../../parts/field.tsx";
import { useSpeech } from "../../speech.tsx";

export type TokenAccount = Extract<NetworkView["account"], { is: "token" }>;

interface CredentialFieldsProps {
  account: TokenAccount;
  given: Readonly<Record<string, string>>;
  onChange(given: Record<string, string>): void;
}

/** What a network wants to know before it lets us in, and where to find it. */
export function CredentialFields({ account, given, onChange }: CredentialFieldsProps) {
  const { words, language } = useSpeech();
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-soft">{account.help[language]}</p>
      {account.fields.map(({ name, title, secret, optional }) => (
        <TextField
          key={name}
          label={optional ? `${title[language]} (${words.start.optional})` : title[language]}
          type={secret ? "password" : "text"}
          autoComplete="off"
          spellCheck={false}
          required={!optional}
          value={given[name] ?? ""}
          onChange={(value) => onChange({ ...given, [name]: value })}
        />
      ))}
    </div>
  );
}
