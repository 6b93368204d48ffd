import type { ReactNode } from "react";
import { useT } from "~/ui/site";

/** A list of what waits, how much more there is, or that nothing waits. */
export function WaitingSection(props: {
  id: string;
  title: string;
  empty: string;
  moreCount: number;
  children: ReactNode[];
}) {
  const t = useT();
  return (
    <section id={props.id} className="mt-10 scroll-mt-4">
      <h2 className="mb-3 text-2xl">{props.title}</h2>
      {props.children.length === 0 ? <p className="text-soft">{props.empty}</p> : props.children}
      {props.moreCount > 0 ? (
        <p className="border-t border-line pt-4 text-soft">
          {t("department.moreWaiting", { count: props.moreCount })}
        </p>
      ) : null}
    </section>
  );
}
