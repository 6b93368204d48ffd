import type { HouseholdOrderStatus } from "~/domain/orders/order-progress";
import { StatusMark, type IconName, type Tone } from "~/ui/households/icon";
import { useT } from "~/ui/site";

export const ORDER_MARKS: Record<HouseholdOrderStatus, { icon: IconName; tone: Tone }> = {
  placed: { icon: "bell", tone: "persimmon" },
  confirmed: { icon: "box", tone: "honey" },
  packed: { icon: "packed", tone: "honey" },
  shipped: { icon: "truck", tone: "indigo" },
  delivered: { icon: "check", tone: "leaf" },
  cancelled: { icon: "stop", tone: "quiet" },
  refused: { icon: "cross", tone: "quiet" },
  lost: { icon: "alert", tone: "quiet" },
};

/** @param props.isPickedUp what is sent elsewhere waits here for its buyer */
export function OrderStatusMark(props: { status: HouseholdOrderStatus; isPickedUp?: boolean }) {
  const t = useT();
  const { status } = props;
  if (status === "shipped" && props.isPickedUp) {
    return <StatusMark icon="box" tone="indigo" text={t("shipping.status_ready")} />;
  }
  return <StatusMark {...ORDER_MARKS[status]} text={t(`households.orderStatus_${status}`)} />;
}
