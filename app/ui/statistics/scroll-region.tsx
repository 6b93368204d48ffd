import type { ReactNode } from "react";
import { useT } from "~/ui/site";

/**
 * What is wider than a phone scrolls inside its own frame, by finger and by keyboard. `stacks`: a `table-stacks`, which has
 * its rows under each other on a phone and scrolls on tablets alone.
 */
export function ScrollRegion(props: { label: string; stacks?: true; children: ReactNode }) {
  const { label, children } = props;
  const t = useT();
  return (
    <>
      <p
        className={`mt-1 text-sm text-soft lg:hidden print:hidden ${props.stacks ? "max-sm:hidden" : ""}`}
      >
        {t("statistics.scrollHint")}
      </p>
      {/* Focusable, or the keyboard could not scroll it (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section aria-label={label} tabIndex={0} className="overflow-x-auto wrap-normal">
        {children}
      </section>
    </>
  );
}
