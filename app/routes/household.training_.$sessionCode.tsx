import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { attendTraining } from "~/domain/flows/attend-training.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { findOwnAttendance } from "~/domain/training/queries-household.server";
import { findSessionByCode } from "~/domain/training/queries.server";
import { readSessionCode } from "~/domain/training/session-code";
import { isHereOpen } from "~/domain/training/session-status";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { HereForm } from "~/ui/training/here-form";
import { deskQuery, deskSlug } from "~/web/desk-address";
import { requirePermission, type DoorArgs, type Entry } from "~/web/guard.server";
import { orNotFound, tooManyRequests } from "~/web/http-errors";
import { paths } from "~/web/paths";

/** Codes are read off a wall, not tried out. */
const triesOfPerson = createRateLimit({ limit: 40, windowMs: HOUR_MS });

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("training.hereTitle"));

async function householdAt(args: DoorArgs, { scope, user }: Entry) {
  const waitMs = triesOfPerson.take(user.id);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  return orNotFound(await findDeskHousehold(scope, deskSlug(args)));
}

const codeOf = ({ params }: DoorArgs) => readSessionCode(params["sessionCode"] ?? "") ?? "";

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "training.attend");
  const household = await householdAt(args, entry);
  const code = codeOf(args);
  const session = await findSessionByCode(code);
  if (!session) {
    const query = { ...deskQuery(args), problem: "training_not_found" };
    throw redirect(paths.householdTraining(query), 303);
  }
  const own = { sessionId: session.id, householdId: household.id };
  return {
    deskHouseholdId: household.id,
    code,
    session,
    isHere: (await findOwnAttendance(reader(), own)) !== null,
    isOpen: isHereOpen(session, now()),
  };
}

/** A household says that it is here; pressed twice, or sent again, it is here once. */
export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "training.attend");
  const household = await householdAt(args, entry);
  const code = codeOf(args);
  const query = deskQuery(args);
  const there = { householdId: household.id, code };
  const attended = await attendTraining(entry.actor, entry.scope, there);
  if (!attended.ok) {
    return redirect(paths.householdTraining({ ...query, problem: attended.code }), 303);
  }
  return redirect(paths.trainingByCode(code, query), 303);
}

export default function HerePage() {
  const { code, ...here } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.householdTraining(query)} text={t("training.title")} />
      <HereForm action={paths.trainingByCode(code, query)} {...here} />
    </>
  );
}
