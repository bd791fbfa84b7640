import type { SourceView } from "@otklik/core/api/views";
import { MutationCache, QueryCache, QueryClient, queryOptions } from "@tanstack/react-query";
import { ApiError, call } from "./api.ts";

const second = 1000;

/** The cache of what the server said. `onSignedOut` is called when a session has ended. */
export function newQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof ApiError && error.status === 401) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // a server on this computer answers without any network, so that the browser's word does not count
      queries: {
        networkMode: "always",
        staleTime: 30 * second,
        retry: (failures, error) => failures < 2 && mayPass(error),
      },
      mutations: { networkMode: "always" },
    },
  });
}

/** Asking again may help: the server was busy or out of reach, it did not refuse. */
const mayPass = (error: Error): boolean =>
  !(error instanceof ApiError) || error.status === 0 || error.status >= 500;

const always = Number.POSITIVE_INFINITY;

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => call("GET /api/me", {}, { signal }),
  staleTime: always,
});

export const networksQuery = queryOptions({
  queryKey: ["networks"],
  queryFn: ({ signal }) => call("GET /api/networks", {}, { signal }),
  staleTime: always,
});

export const accountsQuery = queryOptions({
  queryKey: ["accounts"],
  queryFn: ({ signal }) => call("GET /api/accounts", {}, { signal }),
});

export const countsQuery = (brand: string) =>
  queryOptions({
    queryKey: ["counts", brand],
    queryFn: ({ signal }) => call("GET /api/counts", { brand }, { signal }),
  });

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ["conversation", id],
    queryFn: ({ signal }) => call("GET /api/conversations/:id", { id }, { signal }),
    staleTime: 60 * second,
  });

export const templatesQuery = (brand: string) =>
  queryOptions({
    queryKey: ["templates", brand],
    queryFn: ({ signal }) => call("GET /api/templates", { brand }, { signal }),
    staleTime: 300 * second,
  });

export const vocabularyQuery = (brand: string) =>
  queryOptions({
    queryKey: ["vocabulary", brand],
    queryFn: ({ signal }) => call("GET /api/vocabulary", { brand }, { signal }),
  });

export const silenceQuery = (brand: string) =>
  queryOptions({
    queryKey: ["silence", brand],
    queryFn: ({ signal }) => call("GET /api/silence", { brand }, { signal }),
  });

export const stuckQuery = queryOptions({
  queryKey: ["stuck"],
  queryFn: ({ signal }) => call("GET /api/stuck", {}, { signal }),
});
export const alertingQuery = (brand: string) =>
  queryOptions({
    queryKey: ["alerting", brand],
    queryFn: ({ signal }) => call("GET /api/alerting", { brand }, { signal }),
  });

/** Asked again every two seconds while a source is still reading its past. */
export const sourcesQuery = queryOptions({
  queryKey: ["sources"],
  queryFn: ({ signal }) => call("GET /api/sources", {}, { signal }),
  refetchInterval: ({ state }) => (state.data?.some(isReading) ? 2 * second : false),
});
const isReading = ({ state, caughtUp, backfill }: SourceView): boolean =>
  state === "active" && (!caughtUp || backfill?.state === "running");

export const labelingQuery = queryOptions({
  queryKey: ["labeling"],
  queryFn: ({ signal }) => call("GET /api/labeling", {}, { signal }),
});

export const pushesQuery = queryOptions({
  queryKey: ["pushes"],
  queryFn: ({ signal }) => call("GET /api/pushes", {}, { signal }),
});
