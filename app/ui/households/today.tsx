import type { DeskCounts } from "~/domain/households/types";
import type { HouseholdEarnings } from "~/domain/settlement/types";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { MONEY_SIGNS } from "./money-signs";
import { useDesk } from "./use-desk";
import { WorkList, WorkRow } from "./work-row";

type PurseSums = Pick<HouseholdEarnings, "marketVnd" | "courierVnd" | "owedVnd" | "pendingVnd">;

/** Orders first, because a buyer waits, and whoever asks; then the products, then the money. */
export function Today(props: {
  counts: DeskCounts;
  returnCount: number;
  requestedContractCount: number;
  openPostCount: number;
  /** Null for who may not see it. */
  money: PurseSums | null;
}) {
  const { may } = useDesk();
  return (
    <>
      {may("order.fulfil") ? <OrderRows {...props} orders={props.counts.orders} /> : null}
      {may("post.reply") ? <PostRow openCount={props.openPostCount} /> : null}
      {may("product.edit") ? <ProductRows products={props.counts.products} /> : null}
      {props.money ? <MoneyRows money={props.money} /> : null}
    </>
  );
}

/** Above all else: somebody may be eating it. */
export function UntoldRecalls(props: { untold: { lotCode: string; untoldCount: number }[] }) {
  const t = useT();
  if (props.untold.length === 0) return null;
  return (
    <WorkList title={t("lots.todayRecalls")}>
      {props.untold.map(({ lotCode, untoldCount }) => (
        <WorkRow
          key={lotCode}
          href={paths.householdBuyers(lotCode)}
          icon="alert"
          tone="persimmon"
          shape="count"
          amount={untoldCount}
          text={t("lots.todayUntold", { count: untoldCount, lot: lotCode })}
          isQuiet={false}
        />
      ))}
    </WorkList>
  );
}

function OrderRows(props: {
  orders: DeskCounts["orders"];
  returnCount: number;
  requestedContractCount: number;
}) {
  const { orders, returnCount, requestedContractCount } = props;
  const t = useT();
  const { query, may } = useDesk();
  const rows = [
    { status: "placed", icon: "bell", tone: "persimmon", text: t("households.todayToConfirm") },
    { status: "confirmed", icon: "box", tone: "honey", text: t("households.todayToShip") },
    { status: "shipped", icon: "truck", tone: "indigo", text: t("households.todayOnTheWay") },
  ] as const;
  return (
    <WorkList title={t("households.ordersTitle")}>
      {rows.map((row) => (
        <WorkRow
          key={row.status}
          {...row}
          href={paths.householdOrders({ ...query, status: row.status })}
          shape="count"
          amount={orders[row.status]}
          isQuiet={orders[row.status] === 0}
        />
      ))}
      <WorkRow
        href={paths.householdReturns(query)}
        icon="back"
        tone="persimmon"
        shape="count"
        amount={returnCount}
        text={t("returns.todayWaiting")}
        isQuiet={returnCount === 0}
      />
      {may("contract.answer") ? (
        <WorkRow
          href={paths.householdContracts(query)}
          icon="list"
          tone="persimmon"
          shape="count"
          amount={requestedContractCount}
          text={t("contracts.todayRequested")}
          isQuiet={requestedContractCount === 0}
        />
      ) : null}
    </WorkList>
  );
}

function PostRow({ openCount }: { openCount: number }) {
  const t = useT();
  const { query } = useDesk();
  return (
    <WorkList title={t("reviews.deskTitle")}>
      <WorkRow
        href={paths.householdReviews(query)}
        icon="chat"
        tone="persimmon"
        shape="count"
        amount={openCount}
        text={t("reviews.todayOpen")}
        isQuiet={openCount === 0}
      />
    </WorkList>
  );
}

function ProductRows({ products }: { products: DeskCounts["products"] }) {
  const t = useT();
  const { query } = useDesk();
  const rows = [
    { name: "rejected", icon: "alert", tone: "persimmon", text: t("households.todayRejected") },
    { name: "soldOut", icon: "basket", tone: "persimmon", text: t("households.todaySoldOut") },
    { name: "published", icon: "tag", tone: "leaf", text: t("households.todayOnSale") },
    { name: "awaiting", icon: "clock", tone: "honey", text: t("households.todayAwaiting") },
    { name: "draft", icon: "pencil", tone: "indigo", text: t("households.todayDrafts") },
  ] as const;
  // What is on sale always shows; the rest when there is something to see.
  const shown = rows.filter((row) => row.name === "published" || products[row.name] > 0);
  return (
    <WorkList title={t("households.todayProducts")}>
      {shown.map(({ name, ...row }) => (
        <WorkRow
          key={name}
          {...row}
          href={paths.householdProducts(query)}
          shape="count"
          amount={products[name]}
          isQuiet={products[name] === 0}
        />
      ))}
    </WorkList>
  );
}

function MoneyRows({ money }: { money: PurseSums }) {
  const t = useT();
  const language = useLanguage();
  const { query } = useDesk();
  const rows = [
    { name: "market", amountVnd: money.marketVnd, text: t("settlement.market") },
    { name: "courier", amountVnd: money.courierVnd, text: t("settlement.courier") },
    { name: "pending", amountVnd: money.pendingVnd, text: t("settlement.pending") },
    { name: "owed", amountVnd: money.owedVnd, text: t("settlement.owed") },
  ] as const;
  // What the market has and what is coming always show; the rest when there is any.
  const shown = rows.filter(
    ({ name, amountVnd }) => name === "market" || name === "pending" || amountVnd > 0,
  );
  return (
    <WorkList title={t("households.todayMoney")}>
      {shown.map(({ name, amountVnd, text }) => (
        <WorkRow
          key={name}
          {...MONEY_SIGNS[name]}
          href={paths.earnings(query)}
          shape="sum"
          text={text}
          amount={<Money amountVnd={amountVnd} language={language} />}
          isQuiet={amountVnd === 0}
        />
      ))}
    </WorkList>
  );
}
