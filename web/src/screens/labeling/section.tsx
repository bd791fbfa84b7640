import type { ReactNode } from "react";

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="pt-8">
      <h2 className="pb-2 font-semibold">{title}</h2>
      {children}
    </section>
  );
}
