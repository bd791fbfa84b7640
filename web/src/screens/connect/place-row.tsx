import type { AccountView, PlaceView } from "@otklik/core/api/routes/accounts";
import { inTongue } from "../../in-tongue.ts";
import { fieldLook } from "../../parts/field.tsx";
import { Icon } from "../../parts/icon.tsx";
import { useSpeech } from "../../speech.tsx";
import { useWorkspace } from "../../workspace.tsx";
import type { Ticked } from "./places.tsx";

interface PlaceRowProps {
  place: PlaceView;
  /** What is said of the whole account already. */
  known: AccountView["warnings"];
  ticked: Ticked | null;
  onTick(as: Ticked | null): void;
  onChange(as: Ticked): void;
}

/** One place: a tick, and once it is ticked the name and the brand that its source gets. */
export function PlaceRow({ place, known, ticked, onTick, onChange }: PlaceRowProps) {
  const speech = useSpeech();
  const { connect } = speech.words;
  const { me, brand } = useWorkspace();
  const { title, detail, is, connected } = place;
  const warnings = place.warnings.filter(({ en }) => !known.some((one) => one.en === en));
  const isHere = connected.some((one) => one.brand === brand);
  const state = isHere ? connect.isConnected : connected.length > 0 ? connect.elsewhere : null;
  return (
    <li className="px-4 py-2">
      <label className={`flex min-h-8 items-start gap-3 ${isHere ? "" : "cursor-pointer"}`}>
        <input
          type="checkbox"
          className="mt-0.5 size-4 shrink-0 accent-accent"
          disabled={isHere}
          checked={isHere || ticked !== null}
          onChange={(change) => onTick(change.target.checked ? { title: "", brand } : null)}
        />
        <span className="min-w-0">
          <span className="block font-semibold break-words">{title}</span>
          <span className="block text-sm break-words text-ink-soft">
            {[connect.placeIs[is], ...(detail ? [detail] : []), ...(state ? [state] : [])].join(" · ")}
          </span>
        </span>
      </label>
      {warnings.map((warning) => (
        <p key={warning.en} className="mt-1 ml-7 flex gap-2 text-sm">
          <Icon name="warning" className="mt-0.5 text-mixed" />
          <span>{inTongue(warning, speech)}</span>
        </p>
      ))}
      {ticked && (
        <div className="mt-1 mb-1 ml-7 flex flex-wrap gap-2">
          <input
            aria-label={connect.nameOf(title)}
            className={`${fieldLook} min-w-0 flex-1 basis-48`}
            maxLength={200}
            required
            value={ticked.title}
            onChange={(change) => onChange({ ...ticked, title: change.target.value })}
          />
          {me.brands.length > 1 && (
            <select
              aria-label={connect.brandOf(title)}
              className={`${fieldLook} max-w-60 flex-1 basis-40`}
              value={ticked.brand}
              onChange={(change) => onChange({ ...ticked, brand: change.target.value })}
            >
              {me.brands.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
    </li>
  );
}
