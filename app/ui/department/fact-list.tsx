import type { ReactNode } from "react";

/** Term and value side by side, below each other on a phone. */
export function FactList({ children }: { children: ReactNode }) {
  return <dl className="mt-3 border-t border-line">{children}</dl>;
}

export function FactRow({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 border-b border-line py-2 sm:grid-cols-[11rem_1fr]">
      <dt className="text-soft">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A list of facts on a card of its own, which has their first and last line already; beneath it, what may be done. */
export function FactCard({ children }: { children: ReactNode }) {
  return (
    <div className="card mb-3 px-4 py-2 [&>dl]:mt-0 [&>dl]:border-t-0 [&>dl:last-child>:last-child]:border-b-0">
      {children}
    </div>
  );
}
