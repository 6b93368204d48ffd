import type { Vnd } from "~/platform/money";
import type { Month } from "~/platform/period";
import { ratioOf, type Ratio } from "./ratio";
import type { RetailKind } from "./retail-stages";
import { chooseVintages } from "./retail-vintages";
import type { RetailTotal } from "./types";

/** What is about to be entered, as far as it can be doubted. */
export type DoubtfulTotal = { month: Month; kind: RetailKind; amountVnd: Vnd };

/**
 * far: more than 30 % off the nearest known month of its kind. goods_part: goods would be less than half of goods
 * and services of the month. unsure: nothing to compare with, and the text may be read in two ways.
 */
export type RetailDoubt = "far" | "goods_part" | "unsure";

/** What the officer is asked before a doubtful total is entered. */
export type RetailQuestion = DoubtfulTotal & {
  doubt: RetailDoubt;
  /** The amount by the nearest known one (`far`), or goods by goods and services (`goods_part`). */
  ratio: Ratio | null;
  /** Totals in use that it was compared with: the nearest months of its kind, then the other kind of the month. */
  neighbours: RetailTotal[];
  /** Sent back with the same values it says: yes, that is right. */
  confirmation: string;
};

const FAR_PERCENT = 30n;
const LEAST_GOODS_PERCENT = 50n;

/**
 * The question that a total calls for, or null when it is plausible.
 * @param nearby vintages of months around it, both kinds
 */
export function questionAbout(
  total: DoubtfulTotal & { isAmbiguous: boolean },
  nearby: readonly RetailTotal[],
): RetailQuestion | null {
  const inUse = [...chooseVintages(nearby).values()];
  const ofKind = nearestFirst(
    inUse.filter((one) => one.kind === total.kind),
    total.month,
  );
  const other = inUse.find((one) => one.kind !== total.kind && one.month === total.month);
  const found = doubtAbout(total, ofKind[0] ?? null, other ?? null);
  if (!found) return null;
  const { month, kind, amountVnd } = total;
  const neighbours = [...ofKind.slice(0, 2), ...(other ? [other] : [])];
  return { month, kind, amountVnd, ...found, neighbours, confirmation: confirmationOf(total) };
}

/** Names the values that were confirmed, so that others typed afterwards are asked about again. */
function confirmationOf({ month, kind, amountVnd }: DoubtfulTotal): string {
  return `${month} ${kind} ${amountVnd}`;
}

function doubtAbout(
  total: DoubtfulTotal & { isAmbiguous: boolean },
  nearest: RetailTotal | null,
  other: RetailTotal | null,
): Pick<RetailQuestion, "doubt" | "ratio"> | null {
  if (nearest && isFar(total.amountVnd, nearest.amountVnd)) {
    return { doubt: "far", ratio: ratioOf(total.amountVnd, nearest.amountVnd) };
  }
  if (other) {
    const [goodsVnd, allVnd] =
      total.kind === "goods"
        ? [total.amountVnd, other.amountVnd]
        : [other.amountVnd, total.amountVnd];
    if (BigInt(goodsVnd) * 100n < BigInt(allVnd) * LEAST_GOODS_PERCENT) {
      return { doubt: "goods_part", ratio: ratioOf(goodsVnd, allVnd) };
    }
  }
  const isAlone = !nearest && !other;
  return isAlone && total.isAmbiguous ? { doubt: "unsure", ratio: null } : null;
}

function isFar(amountVnd: number, nearestVnd: number): boolean {
  const difference = BigInt(Math.abs(amountVnd - nearestVnd));
  return difference * 100n > BigInt(nearestVnd) * FAR_PERCENT;
}

/** Of two months as far away the earlier one comes first. */
function nearestFirst(totals: readonly RetailTotal[], month: Month): RetailTotal[] {
  const distance = (one: RetailTotal) => Math.abs(indexOf(one.month) - indexOf(month));
  return totals.toSorted(
    (a, b) => distance(a) - distance(b) || indexOf(a.month) - indexOf(b.month),
  );
}

function indexOf(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
}
