import type { NetworkView } from "@otklik/core/api/views";
import { inTongue } from "../../in-tongue.ts";
import { TextAreaField, TextField } from "../../parts/field.tsx";
import { useSpeech } from "../../speech.tsx";

export type SignedInto = Exclude<NetworkView["account"], { is: "none" }>;
type Credentials = Readonly<Record<string, string>>;

interface CredentialFieldsProps {
  account: SignedInto;
  given: Credentials;
  onChange(given: Record<string, string>): void;
  /** What is left empty stays as it is: nothing is required. */
  isKept?: boolean;
}

/** What a network wants to know before it lets us in, and where to find it; what may be left out is folded away. */
export function CredentialFields({ account, given, onChange, isKept = false }: CredentialFieldsProps) {
  const speech = useSpeech();
  const row = ({ name, title, secret, optional, multiline }: SignedInto["fields"][number]) => {
    const shared = {
      label: inTongue(title, speech),
      value: given[name] ?? "",
      onChange: (value: string) => onChange({ ...given, [name]: value }),
      autoComplete: "off",
      spellCheck: false,
      required: !optional && !isKept,
    };
    return multiline ? (
      <TextAreaField key={name} {...shared} />
    ) : (
      <TextField key={name} {...shared} type={secret ? "password" : "text"} />
    );
  };
  // Of fields that may all be left out some are wanted all the same; another address than the network's own hardly ever.
  const hasRequired = account.fields.some(({ optional }) => !optional);
  const isFolded = ({ name, optional }: SignedInto["fields"][number]) =>
    optional && (hasRequired || name === "address");
  const folded = account.fields.filter(isFolded);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-soft">{inTongue(account.help, speech)}</p>
      {isKept && <p className="text-ink-soft">{speech.words.connect.kept}</p>}
      {account.fields.filter((field) => !isFolded(field)).map(row)}
      {folded.length > 0 && (
        <details>
          <summary className="min-h-6 text-accent">{speech.words.connect.more}</summary>
          <div className="mt-3 flex flex-col gap-4">{folded.map(row)}</div>
        </details>
      )}
    </div>
  );
}
