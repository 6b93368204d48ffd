import { useForm } from "@conform-to/react";
import {
  askedPriceOf,
  bulkFieldsOf,
  shownText,
  type AskedPrice,
  type ShownProduct,
} from "~/domain/catalog/forms-bulk";
import type { BulkProduct } from "~/domain/catalog/types-household";
import { formatVnd } from "~/platform/money";
import { useMark } from "~/ui/in-language";
import { FormErrors, TextField, type AnyField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { ProductStatusMark } from "./product-status-mark";
import { useDesk } from "./use-desk";

/** Prices and packs of a page of products, side by side; one button for all. */
export function BulkForm(props: {
  products: readonly BulkProduct[];
  page: number;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const mark = useMark();
  const { query } = useDesk();
  const { products, page, reply } = props;
  const submission = reply?.submission ?? null;
  const rows = products.map((product) => {
    const { key, slug, priceVnd, stock } = product;
    const now = {
      key,
      slug,
      priceVnd,
      lotCode: stock.lotCode ?? "",
      onHandCount: stock.onHandCount,
    };
    const asked = askedPriceOf(key, submission);
    return { product, asked, ...bulkFieldsOf(now, submission) };
  });
  const values = Object.fromEntries(
    rows.flatMap(({ product: { key }, price, count }) => [
      [`price${key}`, price],
      [`count${key}`, count],
    ]),
  );
  const [form, fields] = useForm<Record<string, string>>({
    id: "bulk",
    lastResult: submission && { ...submission, initialValue: values },
    defaultValue: values,
  });
  const subjects = new Map(
    products.flatMap(({ key, name, packLabel }) => {
      const subject = mark(`${name} ${packLabel}`, "vi");
      return [[`price${key}`, subject] as const, [`count${key}`, subject] as const];
    }),
  );
  return (
    <form method="post" action={paths.productsBulk({ ...query, page })} id={form.id} noValidate>
      <FormErrors form={form} failure={reply?.failure} subjects={subjects} />
      <ul className="mt-4 border-t border-line">
        {rows.map(({ product, shown, asked }) => (
          <BulkRow
            key={product.key}
            product={product}
            shown={shown}
            asked={asked}
            priceField={fields[`price${product.key}`]}
            countField={fields[`count${product.key}`]}
          />
        ))}
      </ul>
      <button className="button button-main mt-4 w-full">{t("households.bulkSave")}</button>
    </form>
  );
}

function BulkRow(props: {
  product: BulkProduct;
  shown: ShownProduct;
  asked: AskedPrice | null;
  priceField: AnyField | undefined;
  countField: AnyField | undefined;
}) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { product, shown, asked, priceField, countField } = props;
  const { key, priceVnd, stock } = product;
  if (!priceField || !countField) return null;
  return (
    <li className="border-b border-line py-4">
      <fieldset>
        <legend className="text-lg font-semibold">
          {mark(product.name, "vi")}{" "}
          <span className="font-normal text-soft">{mark(product.packLabel, "vi")}</span>
        </legend>
        <ProductStatusMark status={product.status} />
        <input type="hidden" name={`shown${key}`} value={shownText(shown)} />
        <div className="grid grid-cols-2 items-end gap-3">
          <div className={widthOf(priceField)}>
            <TextField
              field={priceField}
              label={t("households.bulkPrice")}
              hint={t("households.bulkPriceNow", { amount: formatVnd(priceVnd, language) })}
              inputMode="numeric"
            />
          </div>
          {stock.lotCode === null ? (
            <CountOfLots product={product} isBelow={priceField.errors !== undefined} />
          ) : (
            <div className={widthOf(countField)}>
              <TextField
                field={countField}
                label={t("households.bulkCount")}
                hint={t("households.bulkCountNow", {
                  count: stock.onHandCount,
                  reserved: stock.reservedCount,
                })}
                inputMode="numeric"
              />
            </div>
          )}
        </div>
        {asked === null ? null : (
          <label className="card flex min-h-12 cursor-pointer items-center gap-3 px-3 py-2">
            <input
              type="checkbox"
              name={`sure${key}`}
              value={asked.priceVnd}
              defaultChecked={asked.isSure}
            />
            <span>{t("households.priceSure", { newVnd: asked.priceVnd })}</span>
          </label>
        )}
      </fieldset>
    </li>
  );
}

/** How many there are of a product whose packs lie in lots; below the price where that takes the whole row of a phone. */
function CountOfLots({ product, isBelow }: { product: BulkProduct; isBelow: boolean }) {
  const t = useT();
  const mark = useMark();
  const { slug, name, stock } = product;
  return (
    <p className={`my-4 ${isBelow ? "col-span-2 -mt-3 sm:col-span-1 sm:mt-4" : ""}`}>
      <span className="block text-sm text-soft">
        {t("households.packsLeft", { count: stock.onHandCount - stock.reservedCount })}
      </span>
      <a className="inline-flex min-h-12 items-center" href={paths.productStock(slug)}>
        {t(stock.lotCount === 0 ? "households.bulkNoLot" : "households.bulkLots")}
        <span className="sr-only"> {mark(name, "vi")}</span>
      </a>
    </p>
  );
}

/** A sentence in half of a phone's width would stand in ten lines. */
function widthOf({ errors }: AnyField): string | undefined {
  return errors ? "col-span-2 sm:col-span-1" : undefined;
}
