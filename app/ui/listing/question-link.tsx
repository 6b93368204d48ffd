import type { ReactNode } from "react";
import type { Answered, ListingScreen } from "~/domain/catalog/listing-answers";
import { paths } from "~/web/paths";

/** The form of the summary, which is sent before its page is left: nothing typed in it is lost. */
export const SENDING_FORM = "sending";

type Props = {
  listingId: string;
  screen: ListingScreen;
  /** `summary`: the page on which the form stands. */
  from: "summary" | "question";
  className: string;
  children: ReactNode;
};

/** The way to a question of a draft. */
export function QuestionLink({ listingId, screen, from, className, children }: Props) {
  if (from === "summary") {
    return (
      <button form={SENDING_FORM} name="to" value={screen} className={className}>
        {children}
      </button>
    );
  }
  return (
    <a href={paths.listingScreen(listingId, screen)} className={className}>
      {children}
    </a>
  );
}

/** Where a question is looked at again; of a harvest with its months. */
export function questionPath(
  listingId: string,
  { answered, screen }: { answered: Answered; screen: ListingScreen },
): string {
  const isSeason = screen === "stock" && answered.stock?.value.kind === "season";
  return paths.listingScreen(listingId, screen, isSeason ? { when: "season" } : {});
}
