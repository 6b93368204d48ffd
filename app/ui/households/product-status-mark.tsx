import type { ProductStatus } from "~/domain/catalog/product-status";
import { useT } from "~/ui/site";
import { StatusMark, type IconName, type Tone } from "./icon";

const MARKS: Record<ProductStatus, { icon: IconName; tone: Tone }> = {
  draft: { icon: "pencil", tone: "indigo" },
  awaiting_approval: { icon: "clock", tone: "honey" },
  published: { icon: "tag", tone: "leaf" },
  rejected: { icon: "alert", tone: "persimmon" },
  withdrawn: { icon: "stop", tone: "quiet" },
};

export function ProductStatusMark({ status }: { status: ProductStatus }) {
  const t = useT();
  return <StatusMark {...MARKS[status]} text={t(`households.productStatus_${status}`)} />;
}
