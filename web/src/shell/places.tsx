import { useSpeech } from "../speech.tsx";
import { useWorkspace } from "../workspace.tsx";
import { useOpenWorkspace } from "./use-open-workspace.ts";

const look =
  "min-h-8 w-full truncate rounded-md bg-transparent px-2 hover:bg-hover [&>option]:bg-raised [&>option]:text-ink";

/** The workspace and the brand; each is a choice only where there are two. */
export function Places() {
  const { words } = useSpeech();
  const { me, brand, chooseBrand } = useWorkspace();
  const openWorkspace = useOpenWorkspace();
  return (
    <div className="flex flex-col gap-1 px-2 pt-2">
      {me.workspaces.length > 1 ? (
        <select
          aria-label={words.app.workspace}
          className={`${look} font-semibold`}
          value={me.workspace.id}
          onChange={(change) => openWorkspace(change.target.value)}
        >
          {me.workspaces.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <p className="truncate px-2.5 py-1.5 font-semibold" title={me.workspace.name}>
          {me.workspace.name}
        </p>
      )}
      {me.brands.length > 1 && (
        <select
          aria-label={words.app.brand}
          className={look}
          value={brand}
          onChange={(change) => chooseBrand(change.target.value)}
        >
          {me.brands.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
