import type { ReactNode } from "react";
import { useT } from "~/ui/site";

/** What is wider than a phone scrolls inside its own frame, by finger and by keyboard. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  const t = useT();
  return (
    <>
      <p className="mt-1 text-sm text-soft lg:hidden print:hidden">{t("statistics.scrollHint")}</p>
      {/* Focusable, or the keyboard could not scroll it (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section aria-label={label} tabIndex={0} className="overflow-x-auto wrap-normal">
        {children}
      </section>
    </>
  );
}
