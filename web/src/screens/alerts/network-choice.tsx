import { useQuery } from "@tanstack/react-query";
import { networkTitle } from "../../parts/network-title.ts";
import { sourcesQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";
import { Tick } from "./tick.tsx";

interface NetworkChoiceProps {
  brand: string;
  /** None named: all. */
  chosen: readonly string[];
  onChange(networks: string[]): void;
}

/** The networks a rule listens to; a choice only where the brand is on two, or one was chosen before. */
export function NetworkChoice({ brand, chosen, onChange }: NetworkChoiceProps) {
  const { words } = useSpeech();
  const sources = useQuery(sourcesQuery).data ?? [];
  const titles = new Map(
    sources
      .filter(({ brandId }) => brandId === brand)
      .map((source) => [source.network, networkTitle(source.network, source.networkTitle, words)]),
  );
  for (const network of chosen)
    if (!titles.has(network)) titles.set(network, networkTitle(network, network, words));
  if (titles.size < 2 && chosen.length === 0) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4">
      <legend className="float-left mr-3 text-ink-soft">{words.alerts.networks}</legend>
      <Tick isTicked={chosen.length === 0} onChange={() => onChange([])} disabled={chosen.length === 0}>
        {words.alerts.allNetworks}
      </Tick>
      {[...titles].map(([network, title]) => (
        <Tick
          key={network}
          isTicked={chosen.includes(network)}
          onChange={(isHeard) =>
            onChange(isHeard ? [...chosen, network] : chosen.filter((one) => one !== network))
          }
        >
          {title}
        </Tick>
      ))}
    </fieldset>
  );
}
