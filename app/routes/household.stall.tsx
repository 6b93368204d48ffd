import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { noteTaking } from "~/domain/flows/note-taking.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { findHouseholdAccount } from "~/domain/settlement/queries-payouts.server";
import { stallAccountStop } from "~/domain/settlement/stall-account";
import { takingFormOn } from "~/domain/stalls/forms";
import { findTakings } from "~/domain/stalls/queries.server";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { isMonth, localDateOf, monthOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { StallQrForm } from "~/ui/stalls/stall-qr-form";
import { TakingForm } from "~/ui/stalls/taking-form";
import { TakingsBook } from "~/ui/stalls/takings-book";
import { deskQuery, deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { isMessageKey } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { pageOf } from "~/web/page-number";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("stalls.title"));

/** What a household sells from hand to hand: the QR of its own account, and its own book, a month a page. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "stall.keep");
  const search = new URL(args.request.url).searchParams;
  const slug = deskSlug(args);
  const household = await findDeskHousehold(scope, slug);
  if (!household) throw slug === null ? redirect(paths.householdDesk()) : notFound();
  const today = localDateOf(now());
  const asked = search.get("month") ?? "";
  const month = isMonth(asked) && asked <= monthOf(today) ? asked : monthOf(today);
  const account = await findHouseholdAccount(household.id);
  const page = pageOf(search.get("page"));
  const book = await findTakings(scope, { householdId: household.id, month, page });
  return {
    deskHouseholdId: household.id,
    account,
    stop: stallAccountStop(account, now()),
    book: present(book, "a household of the scope"),
    today,
    start: { takingId: newId("stk"), takenOn: today },
    done: search.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "stall.keep");
  const household = await findDeskHousehold(scope, deskSlug(args));
  if (!household) throw notFound();
  const read = await readForm(args.request, takingFormOn(localDateOf(now())));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const input = { householdId: household.id, taking: read.value };
  const noted = await noteTaking(actor, scope, input);
  if (!noted.ok && noted.code === "household_not_found") throw notFound();
  if (!noted.ok) return data<MutationReply>(failureReply(noted, read.submission), { status: 409 });
  const month = monthOf(read.value.takenOn);
  return redirect(paths.stall({ ...deskQuery(args), month, done: "noted" }), 303);
}

export default function StallPage() {
  const { account, stop, book, today, start, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { query } = useDesk();
  const doneKey = `stalls.done_${done}`;
  return (
    <>
      <BackLink href={paths.householdDesk(query)} text={t("households.todayTitle")} />
      <h1 className="text-3xl">{t("stalls.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("stalls.lead")}</p>
      {done !== null && !reply && isMessageKey(doneKey) ? (
        <Notice tone="good" title={t(doneKey)} />
      ) : null}
      <StallQrForm account={account} stop={stop} />
      <TakingForm start={start} reply={reply} />
      <TakingsBook book={book} today={today} />
    </>
  );
}
