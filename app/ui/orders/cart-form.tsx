import { isFresh } from "~/domain/catalog/ocop-sets";
import type { Quote, QuoteLine } from "~/domain/orders/types";
import { CardPicture } from "~/ui/catalog/product-picture";
import { useBilingual } from "~/ui/in-language";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";
import { HouseholdShipping } from "./household-shipping";
import { lineProblem, linesByHousehold, priceChangeText, shownText } from "./quote";

/** What was typed into a cart that was not taken as it is. */
export type CartReply = { typed: Record<string, string>; refused: string[] };

/** The whole cart as one form: numbers of packs, what to take out, and on to the order. */
export function CartForm(props: { quote: Quote; reply: CartReply | undefined }) {
  const t = useT();
  const language = useLanguage();
  return (
    <form
      method="post"
      action={paths.cart(language)}
      noValidate
      className="grid gap-x-12 gap-y-8 lg:grid-cols-[1fr_20rem]"
    >
      {/* The first button is what Enter in a number presses. */}
      <button name="intent" value="update" hidden>
        {t("orders.updateCart")}
      </button>
      <input type="hidden" name="shown" value={shownText(props.quote)} />
      <div>
        {linesByHousehold(props.quote.lines).map((lines) => (
          <section key={lines[0]?.householdSlug} className="mb-8">
            <h2 className="border-b border-line pb-2 text-lg">
              <a href={paths.household(language, lines[0]?.householdSlug ?? "")}>
                {lines[0]?.householdName}
              </a>
            </h2>
            <HouseholdShipping
              household={props.quote.households.find(
                ({ householdId }) => householdId === lines[0]?.householdId,
              )}
            />
            <ul>
              {lines.map((line) => (
                <CartLine key={line.productId} line={line} reply={props.reply} />
              ))}
            </ul>
          </section>
        ))}
        <button name="intent" value="update" className="button button-quiet">
          {t("orders.updateCart")}
        </button>
      </div>
      <CartTotal quote={props.quote} />
    </form>
  );
}

function CartLine({ line, reply }: { line: QuoteLine; reply: CartReply | undefined }) {
  const t = useT();
  const language = useLanguage();
  const bilingual = useBilingual();
  const id = `quantity-${line.productId}`;
  const problem = reply?.refused.includes(line.productId)
    ? errorText(t, "quantity_invalid")
    : lineProblem(t, line);
  const name = bilingual(line.name, line.nameEn);
  const priceChange = priceChangeText(t, language, line);
  return (
    <li className="grid grid-cols-[5rem_1fr] gap-x-4 gap-y-2 border-b border-line py-4 sm:grid-cols-[7rem_1fr_auto]">
      <CardPicture
        photo={line.photoId ? { id: line.photoId, widths: line.photoWidths } : null}
        ocopSet={line.ocopSet}
        slug={line.slug}
        lazy="lazy"
      />
      <div>
        <a href={paths.product(language, line.slug)} className="font-semibold">
          {name}
        </a>
        <p className="text-soft">
          {bilingual(line.packLabel, line.packLabelEn)} ·{" "}
          <Money amountVnd={line.unitPriceVnd} language={language} />
        </p>
        {priceChange ? <p className="font-medium text-persimmon">{priceChange}</p> : null}
        {isFresh(line.ocopSet) && line.shippingRules.freshReach !== "anywhere" ? (
          <p className="text-sm text-soft">
            {t(`shipping.reach_${line.shippingRules.freshReach}`)}
          </p>
        ) : null}
        {problem ? (
          <p id={`${id}-problem`} className="font-medium text-persimmon">
            {problem}
          </p>
        ) : null}
        <div className="mt-2 flex items-center gap-4">
          <label htmlFor={id} className="sr-only">
            {t("orders.quantityOf", { name })}
          </label>
          <input
            id={id}
            name={`quantity.${line.productId}`}
            type="number"
            inputMode="numeric"
            min={0}
            max={999}
            defaultValue={reply?.typed[line.productId] ?? line.quantity}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${id}-problem` : undefined}
            className="max-w-24"
          />
          <button
            name="remove"
            value={line.productId}
            className="min-h-12 cursor-pointer px-2 text-leaf underline"
          >
            {/* No label in an attribute: there the name could not say its language. */}
            <span aria-hidden="true">{t("orders.remove")}</span>
            <span className="sr-only">{t("orders.removeLine", { name })}</span>
          </button>
        </div>
      </div>
      <p className="col-start-2 font-semibold sm:col-start-auto sm:text-right">
        {line.offSale !== null ? null : <Money amountVnd={line.totalVnd} language={language} />}
      </p>
    </li>
  );
}

function CartTotal({ quote }: { quote: Quote }) {
  const t = useT();
  const language = useLanguage();
  const sentCount = quote.households.filter((household) => household.hasGoods).length;
  return (
    <section aria-label={t("common.total")} className="self-start border-t-4 border-leaf pt-4">
      <p className="flex justify-between gap-4 text-lg">
        <span>{t("orders.itemsTotal")}</span>
        <span className="font-bold text-persimmon">
          <Money amountVnd={quote.itemsVnd} language={language} />
        </span>
      </p>
      {sentCount > 0 ? (
        <p className="mt-1 text-soft">{t("orders.shippingPerHousehold", { count: sentCount })}</p>
      ) : null}
      <p className="mt-5 grid gap-3">
        <button name="intent" value="checkout" className="button button-main">
          {t("orders.toCheckout")}
        </button>
        <a className="button button-quiet" href={paths.products(language)}>
          {t("orders.keepShopping")}
        </a>
      </p>
    </section>
  );
}
