import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { noteRecallContact } from "~/domain/flows/note-recall-contact.server";
import { recallContactForm } from "~/domain/orders/forms-recall";
import { findRecall, listRecallBuyers } from "~/domain/orders/queries-recall.server";
import { newId } from "~/platform/ids";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { DoneNotice } from "~/ui/households/done-notice";
import { contactReplyOf, type ContactReply } from "~/ui/lots/contact-reply";
import { RecallBuyers } from "~/ui/lots/recall-buyers";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { pageOf } from "~/web/page-number";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  privateMeta(matches, siteOf(matches).t("lots.buyers", { code: page?.recall.lotCode ?? "" }));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "order.fulfil");
  const lotCode = args.params["lotCode"] ?? "";
  const query = new URL(args.request.url).searchParams;
  const recall = await findRecall(scope, lotCode);
  const list =
    recall && (await listRecallBuyers(scope, { lotCode, page: pageOf(query.get("page")) }));
  if (!recall || !list) throw notFound();
  return {
    deskHouseholdId: recall.householdId,
    recall,
    ...list,
    buyers: list.buyers.map((buyer) => ({ ...buyer, contactId: newId("rct") })),
    done: query.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "order.fulfil");
  const lotCode = args.params["lotCode"] ?? "";
  const page = pageOf(new URL(args.request.url).searchParams.get("page"));
  const read = await readForm(args.request, recallContactForm);
  if (!read.ok) {
    return data<ContactReply>(contactReplyOf(read.reply), { status: 400 });
  }
  const noted = await noteRecallContact(actor, scope, { lotCode, ...read.value });
  if (!noted.ok) throw notFound();
  return redirect(paths.householdBuyers(lotCode, { page, done: "contact" }), 303);
}

export default function RecallBuyersRoute() {
  const { recall, buyers, page, pageCount, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const { lotCode } = recall;
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.householdLot(lotCode)} text={t("lots.backToLot")} />
      <DoneNotice done={done} problem={null} />
      <RecallBuyers
        recall={recall}
        buyers={buyers}
        action={paths.householdBuyers(lotCode, { page })}
        csvHref={paths.householdBuyersCsv(lotCode)}
        orderHref={(orderCode) => paths.householdOrder(orderCode)}
        answer={answer}
      />
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(one) => paths.householdBuyers(lotCode, { page: one })}
      />
    </div>
  );
}
