import { Component, type ReactNode } from "react";
import { Button } from "../parts/button.tsx";
import { Empty } from "../parts/faces.tsx";
import { useSpeech } from "../speech.tsx";

/** A screen that fails takes no other with it. React knows error boundaries as classes alone. */
export class Broken extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <Apology /> : this.props.children;
  }
}

function Apology() {
  const { words } = useSpeech();
  return (
    <Empty action={<Button onClick={() => location.reload()}>{words.errors.reload}</Button>}>
      {words.errors.broken}
    </Empty>
  );
}
