import type { HouseholdOrderView } from "~/domain/orders/types";
import type { ReturnSummary } from "~/domain/returns/types";
import { BackLink } from "~/ui/households/back-link";
import { DoneNotice } from "~/ui/households/done-notice";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { BuyerSection, CourseSection, GoodsSection } from "./order-facts";
import { OrderMoney } from "./order-money";
import { OrderPacksSection, UnfitPacks } from "./order-packs";
import { ProofSection } from "./proof-section";
import { OrderNextStep, type OrderReplies } from "./order-next-step";
import { OrderRequests } from "./order-requests";
import { PickupNotice } from "./pickup-notice";
import { OrderStatusMark } from "./order-status-mark";

/** One order of the household: its money, what to do next, and all that is known of it. */
export function OrderPage(
  props: OrderReplies & {
    order: HouseholdOrderView;
    requests?: readonly ReturnSummary[];
    isFromStatement?: boolean;
    done?: string | null;
    problem?: string | null;
  },
) {
  const t = useT();
  const { query } = useDesk();
  const { order, done = null, problem = null, shipment, closure } = props;
  return (
    <>
      <BackLink href={paths.householdOrders(query)} text={t("households.backToOrders")} />
      <h1 className="num mb-2 text-3xl">{t("households.orderTitle", { code: order.code })}</h1>
      <OrderStatusMark status={order.status} isPickedUp={order.pickupPoint !== null} />
      {order.pickupPoint ? <PickupNotice point={order.pickupPoint} /> : null}
      <DoneNotice done={done} problem={null} />
      <div className="mt-4">
        <OrderMoney order={order} isFromStatement={props.isFromStatement === true} />
      </div>
      <OrderRequests requests={props.requests ?? []} />
      <UnfitPacks order={order} />
      <OrderNextStep order={order} problem={problem} shipment={shipment} closure={closure} />
      <OrderPacksSection order={order} />
      <GoodsSection order={order} />
      <BuyerSection order={order} />
      <CourseSection order={order} />
      <ProofSection order={order} />
    </>
  );
}
