import type { OrderedQuantity } from "./order-totals";
import type { SubmittedCheckout } from "./types";

const SUBMITTED_WORDS = [
  "buyerName",
  "buyerPhone",
  "communeCode",
  "addressLine",
  "note",
  "method",
] as const;

type Submitted = Pick<SubmittedCheckout, (typeof SUBMITTED_WORDS)[number]> & {
  lines: readonly OrderedQuantity[];
  pickups?: Readonly<Record<string, string>>;
};

/**
 * Whether a form that was sent again says something else than what was taken.
 * The first submission may have emptied the cart: a product that is not asked for again is no change.
 */
export function isChangedSubmission(submission: Submitted, first: SubmittedCheckout): boolean {
  const hasOtherPacks = submission.lines.some(
    ({ productId, quantity }) =>
      first.lines.find((line) => line.productId === productId)?.quantity !== quantity,
  );
  const { pickups = {} } = submission;
  const householdIds = Object.keys({ ...pickups, ...first.pickups });
  const hasOtherPickup = householdIds.some(
    (id) => (pickups[id] ?? "") !== (first.pickups[id] ?? ""),
  );
  return (
    hasOtherPacks ||
    hasOtherPickup ||
    SUBMITTED_WORDS.some((name) => {
      const isChosen = name !== "method" || first.dueVnd > 0; // else nobody was asked for it
      return isChosen && submission[name] !== first[name];
    })
  );
}
