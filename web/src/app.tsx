import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { lazily } from "./lazily.ts";
import { useLive } from "./live.ts";
import { Failed, Skeleton } from "./parts/faces.tsx";
import { meQuery } from "./queries.ts";
import { Inbox } from "./screens/inbox/inbox.tsx";
import { Broken } from "./shell/broken.tsx";
import { ScreenHead } from "./shell/screen-head.tsx";
import { Shell } from "./shell/shell.tsx";
import { useSpeech } from "./speech.tsx";
import { WorkspaceProvider } from "./workspace.tsx";

const SignIn = lazily(() => import("./screens/sign-in/sign-in.tsx").then((m) => m.SignIn));
const Start = lazily(() => import("./screens/start/start.tsx").then((m) => m.Start));
const connecting = () => import("./screens/connect/connect-network.tsx");
const ConnectNetwork = lazily(() => connecting().then((m) => m.ConnectNetwork));
const RenewAccount = lazily(() => connecting().then((m) => m.RenewAccount));
const Places = lazily(() => import("./screens/connect/places.tsx").then((m) => m.Places));
const Month = lazily(() => import("./screens/month/month.tsx").then((m) => m.Month));
const Sources = lazily(() => import("./screens/sources/sources.tsx").then((m) => m.Sources));
const Stuck = lazily(() => import("./screens/stuck/stuck.tsx").then((m) => m.Stuck));
const Silence = lazily(() => import("./screens/silence/silence.tsx").then((m) => m.Silence));
const Alerts = lazily(() => import("./screens/alerts/alerts.tsx").then((m) => m.Alerts));
const Labeling = lazily(() => import("./screens/labeling/labeling.tsx").then((m) => m.Labeling));
const Templates = lazily(() => import("./screens/templates/templates.tsx").then((m) => m.Templates));
const Topics = lazily(() => import("./screens/topics/topics.tsx").then((m) => m.Topics));

export function App() {
  return (
    <Suspense fallback={<Skeleton rows={8} />}>
      <Switch>
        <Route path="/sign-in">
          <SignIn />
        </Route>
        <Route>
          <SignedIn />
        </Route>
      </Switch>
    </Suspense>
  );
}

function SignedIn() {
  const { words } = useSpeech();
  const me = useQuery(meQuery);
  useLive(me.data?.workspace.id ?? null, me.data?.brands.map(({ id }) => id) ?? []);
  if (me.isPending) return <Skeleton rows={8} />;
  if (me.isError) return <Failed what={words.app.name} error={me.error} retry={() => me.refetch()} />;
  return (
    <WorkspaceProvider key={me.data.workspace.id} me={me.data}>
      <Shell>
        <Broken>
          <Suspense fallback={<Skeleton rows={8} />}>
            <Screens />
          </Suspense>
        </Broken>
      </Shell>
    </WorkspaceProvider>
  );
}

function Screens() {
  const { words } = useSpeech();
  return (
    <Switch>
      <Route path="/inbox/:id?">{({ id }) => <Inbox id={id ?? null} />}</Route>
      <Route path="/month" component={Month} />
      <Route path="/sources" component={Sources} />
      <Route path="/templates" component={Templates} />
      <Route path="/topics" component={Topics} />
      <Route path="/silence" component={Silence} />
      <Route path="/stuck" component={Stuck} />
      <Route path="/alerts" component={Alerts} />
      <Route path="/labeling" component={Labeling} />
      <Route path="/start" component={Start} />
      <Route path="/start/:network">
        {({ network }) => <ConnectNetwork key={network} network={network} />}
      </Route>
      <Route path="/accounts/:id">{({ id }) => <Places key={id} id={id} />}</Route>
      <Route path="/accounts/:id/renew">{({ id }) => <RenewAccount key={id} id={id} />}</Route>
      <Route path="/">
        <Redirect to="/inbox" replace />
      </Route>
      <Route>
        <ScreenHead title={words.app.notFound} />
      </Route>
    </Switch>
  );
}
