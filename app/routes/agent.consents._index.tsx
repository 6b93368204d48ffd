import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { helpedPhoneForm } from "~/domain/households/forms-delegation";
import { listHouseholdsByPhone } from "~/domain/households/queries-helped.server";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { HelpedSearch } from "~/ui/helpers/helped-search";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { renewalPath } from "~/web/helped-link.server";
import { keepRetryAfter, retryAfter } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

/** A day's work of visits; a list of the province's phones it is not. */
const lookupsOfAgent = createRateLimit({ limit: 60, windowMs: HOUR_MS });

export const headers = keepRetryAfter;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.findTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "agent_desk.open");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { user } = await requirePermission(args, "agent_desk.open");
  const read = await readForm(args.request, helpedPhoneForm);
  if (!read.ok) return data({ reply: read.reply, found: [] }, { status: 400 });
  const refuse = (code: string) => fieldErrorReply(read.submission, "phone", code);
  const waitMs = lookupsOfAgent.take(user.id);
  if (waitMs > 0) {
    const answer = { reply: refuse("too_many_lookups"), found: [] };
    return data(answer, { status: 429, headers: retryAfter(waitMs) });
  }
  const households = await listHouseholdsByPhone(read.value.phone);
  const found = households.map((one) => ({ ...one, href: renewalPath(user.id, one.slug) }));
  const [first] = found;
  if (!first) {
    return data({ reply: refuse("no_household_with_phone"), found: [] }, { status: 404 });
  }
  // Somebody may have registered twice, for two sites of one family.
  if (found.length > 1) return data({ reply: undefined, found });
  return redirect(first.href, 303);
}

export default function HelpedSearchPage() {
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.agentDesk()} text={t("households.agentTitle")} />
      <h1 className="text-3xl">{t("helpers.findTitle")}</h1>
      <HelpedSearch reply={answer?.reply} found={answer?.found ?? []} />
    </>
  );
}
