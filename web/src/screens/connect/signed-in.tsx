import { useQuery } from "@tanstack/react-query";
import { Redirect, useLocation } from "wouter";
import { call } from "../../api.ts";
import { inTongue } from "../../in-tongue.ts";
import { Button } from "../../parts/button.tsx";
import { Failed } from "../../parts/faces.tsx";
import { useSpeech } from "../../speech.tsx";
import { Frame } from "./connect-network.tsx";

/** Back from a network's own page: on to the places, or why not and the way to begin again. */
export function SignedIn({ state }: { state: string }) {
  const speech = useSpeech();
  const { connect } = speech.words;
  const [, navigate] = useLocation();
  const outcome = useQuery({
    queryKey: ["sign-in", state],
    queryFn: ({ signal }) => call("GET /api/accounts/oauth/outcome", { state }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (outcome.data?.is === "connected") return <Redirect to={`/accounts/${outcome.data.account}`} replace />;
  const network = outcome.data?.network;
  return (
    <Frame title={speech.words.sources.add}>
      {outcome.isPending && (
        <p role="status" className="late text-ink-soft">
          {connect.signingIn}
        </p>
      )}
      {outcome.isError && (
        <Failed what={connect.notSignedIn} error={outcome.error} retry={() => outcome.refetch()} />
      )}
      {outcome.data?.is === "failed" && (
        <div role="alert" className="flex flex-col items-start gap-4">
          <h2 className="text-xl font-semibold">{connect.notSignedIn}</h2>
          <p>{inTongue(outcome.data.said, speech)}</p>
          <Button look="primary" onClick={() => navigate(network ? `/start/${network}` : "/start")}>
            {connect.again}
          </Button>
        </div>
      )}
    </Frame>
  );
}
