import { z } from "zod";
import type { Vnd } from "~/platform/money";
import { productFields } from "./forms";
import { parseTypedVnd } from "./typed-values";

/** What a page of many products said of one when its form was made; `lotCode` empty: its packs are not counted there. */
export type ShownProduct = { slug: string; priceVnd: number; lotCode: string; onHandCount: number };

/** One product as it is to be; null where its packs are not counted on that page. */
export type BulkRow = {
  /** What names its fields. */
  key: string;
  shown: ShownProduct;
  priceVnd: Vnd;
  onHandCount: number | null;
  /** The doubtful price that its sender said yes to. */
  sureVnd: number | null;
};

const SHOWN = /^([a-z0-9-]{1,200})\|(\d{1,12})\|([A-Za-z0-9_-]{0,60})\|(\d{1,7})$/;

/** The hidden field of a product. */
export function shownText({ slug, priceVnd, lotCode, onHandCount }: ShownProduct): string {
  return [slug, priceVnd, lotCode, onHandCount].join("|");
}

/** The products of a form. */
export function bulkKeysOf(form: FormData): string[] {
  const keys = [...form.keys()].flatMap((name) => /^shown([0-9a-z]{1,32})$/.exec(name)?.[1] ?? []);
  return [...new Set(keys)];
}

/** The form of the products whose fields are `price7`, `count7` and `shown7` for the key `7`; the value is its rows. */
export function bulkForm(form: FormData) {
  const parts = bulkKeysOf(form).map((key) => {
    const isCounted = form.has(`count${key}`);
    const fields = {
      [`shown${key}`]: shown,
      [`price${key}`]: productFields.priceVnd,
      [`sure${key}`]: z.string().optional(),
      ...(isCounted ? { [`count${key}`]: productFields.stockCount } : {}),
    };
    return { key, isCounted, fields };
  });
  const shape = Object.assign({}, ...parts.map(({ fields }) => fields)) as z.ZodRawShape;
  return z.object(shape).transform((value: Record<string, unknown>) =>
    parts.map(({ key, isCounted }): BulkRow => {
      const row = {
        key,
        shown: value[`shown${key}`] as ShownProduct,
        priceVnd: value[`price${key}`] as Vnd,
        onHandCount: isCounted ? (value[`count${key}`] as number) : null,
        sureVnd: parseTypedVnd((value[`sure${key}`] as string | undefined) ?? ""),
      };
      return row;
    }),
  );
}

const shown = z.string({ error: "form_outdated" }).transform((text, context): ShownProduct => {
  const [, slug = "", price, lotCode = "", count] = SHOWN.exec(text) ?? [];
  if (slug !== "") return { slug, priceVnd: Number(price), lotCode, onHandCount: Number(count) };
  context.addIssue({ code: "custom", message: "form_outdated" });
  return z.NEVER;
});

/** A price that is asked about, and whether its sender has said yes to it. */
export type AskedPrice = { priceVnd: number; isSure: boolean };

/** What a form brought and was told, as it comes back. */
export type SentBulk = {
  initialValue?: Record<string, unknown> | null;
  error?: Record<string, string[] | null> | null;
};

/**
 * One product as the form shows it, of a fresh page or after `sent` was refused. What nobody typed into is what is true
 * now, so that sending it again undoes nothing that has happened meanwhile. What was typed stays beside what was shown to
 * whoever typed it; once they were told that this has changed, beside what is now.
 */
export function bulkFieldsOf(
  { key, ...now }: ShownProduct & { key: string },
  sent: SentBulk | null,
): { shown: ShownProduct; price: string; count: string } {
  const fresh = {
    shown: now,
    price: String(now.priceVnd),
    count: String(now.onHandCount),
  };
  const read = shown.safeParse(sent?.initialValue?.[`shown${key}`]);
  if (!read.success) return fresh;
  const before = read.data;
  const typed = (field: "price" | "count") => {
    const text = sent?.initialValue?.[`${field}${key}`];
    return typeof text === "string" ? text : "";
  };
  const isToldOf = (field: "price" | "count") =>
    sent?.error?.[`${field}${key}`]?.some((code) => TOLD_OF.includes(code)) ?? false;
  const price = productFields.priceVnd.safeParse(typed("price"));
  const isPriceTyped = price.data !== before.priceVnd;
  const count = productFields.stockCount.safeParse(typed("count"));
  const isCountTyped = before.lotCode !== "" && count.data !== before.onHandCount;
  const { lotCode, onHandCount } = isCountTyped && !isToldOf("count") ? before : now;
  const priceVnd = isPriceTyped && !isToldOf("price") ? before.priceVnd : now.priceVnd;
  return {
    shown: { slug: now.slug, priceVnd, lotCode, onHandCount },
    price: isPriceTyped ? typed("price") : fresh.price,
    count: isCountTyped ? typed("count") : fresh.count,
  };
}

/** The price of a product that is asked about, until another is typed; null where none is. */
export function askedPriceOf(key: string, sent: SentBulk | null): AskedPrice | null {
  const price = productFields.priceVnd.safeParse(sent?.initialValue?.[`price${key}`]);
  if (!price.success) return null;
  const isAsked = sent?.error?.[`price${key}`]?.includes("bulk_price_doubtful") ?? false;
  const isSure = sent?.initialValue?.[`sure${key}`] === String(price.data);
  return isAsked || isSure ? { priceVnd: price.data, isSure } : null;
}

const TOLD_OF = ["bulk_price_changed", "bulk_stock_changed"];
