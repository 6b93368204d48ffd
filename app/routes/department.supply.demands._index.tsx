import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { noteDemand } from "~/domain/flows/note-demand.server";
import { demandFormOn } from "~/domain/supply/forms";
import {
  listAskedDemands,
  listOpenDemands,
  listProduceNames,
} from "~/domain/supply/queries.server";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { EmptyState, Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { DemandForm } from "~/ui/supply/demand-form";
import { DemandList } from "~/ui/supply/demand-list";
import { requirePermission } from "~/web/guard.server";
import { isMessageKey } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("supply.demandsTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "supply.coordinate");
  const query = new URL(args.request.url).searchParams;
  return {
    demands: await listOpenDemands(),
    asked: await listAskedDemands(),
    names: await listProduceNames(),
    demandId: newId("sdm"),
    produceName: query.get("produce") ?? "",
    done: query.get("done"),
  };
}

/** The department notes what a buyer would take, as it was told. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "supply.coordinate");
  const read = await readForm(args.request, demandFormOn(localDateOf(now())));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  await noteDemand(actor, read.value);
  return redirect(paths.demands({ done: "noted" }), 303);
}

export default function DemandsPage() {
  const { demands, asked, names, demandId, produceName, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const doneKey = `supply.done_${done}`;
  return (
    <>
      <BackLink href={paths.supplyBoard()} text={t("supply.boardTitle")} />
      <h1 className="text-3xl">{t("supply.demandsTitle")}</h1>
      {done !== null && !reply && isMessageKey(doneKey) ? (
        <Notice tone="good" title={t(doneKey)} />
      ) : null}
      {asked.length > 0 ? (
        <section className="mt-6" aria-labelledby="asked">
          <h2 id="asked" className="text-xl">
            {t("supply.askedTitle")}
          </h2>
          <p className="text-soft">{t("supply.askedLead")}</p>
          <DemandList demands={asked} areAsked />
        </section>
      ) : null}
      {demands.length === 0 ? <EmptyState title={t("supply.demandsEmpty")} /> : null}
      <DemandList demands={demands} />
      <DemandForm demandId={demandId} names={names} produceName={produceName} reply={reply} />
    </>
  );
}
