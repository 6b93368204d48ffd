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
