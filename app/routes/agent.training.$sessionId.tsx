import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { keepAttendance } from "~/domain/flows/keep-attendance.server";
import { loadSessionDesk } from "~/domain/flows/load-session-desk.server";
import { attendanceForm } from "~/domain/training/forms";
import { soughtOf } from "~/domain/training/sought";
import type { SessionScope } from "~/domain/training/types";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { SessionDesk } from "~/ui/training/session-desk";
import { requirePermission, type Entry } from "~/web/guard.server";
import { notFound, orNotFound, tooManyRequests } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

/** Whose a phone is: a hall full of people, and no list of the province's phones. */
const lookupsOfAgent = createRateLimit({ limit: 120, windowMs: HOUR_MS });

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("training.title"));

const scopeOf = ({ user }: Entry): SessionScope => ({ kind: "helper", helperId: user.id });

function countLookup({ user }: Entry) {
  const waitMs = lookupsOfAgent.take(user.id);
  if (waitMs > 0) throw tooManyRequests(waitMs);
}

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "training.keep_list");
  const query = new URL(args.request.url).searchParams;
  const asked = {
    sessionId: args.params["sessionId"] ?? "",
    sought: soughtOf(query.get("q") ?? ""),
  };
  if (asked.sought.phone !== null) countLookup(entry);
  return {
    ...orNotFound(await loadSessionDesk(scopeOf(entry), asked)),
    done: query.get("done"),
    listed: query.get("listed"),
    problem: query.get("problem"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "training.keep_list");
  const sessionId = args.params["sessionId"] ?? "";
  const read = await readForm(args.request, attendanceForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  if (read.value.intent === "add" && read.value.phone !== undefined) countLookup(entry);
  const kept = await keepAttendance(entry.actor, scopeOf(entry), { sessionId, change: read.value });
  if (!kept.ok && kept.code === "training_not_found") throw notFound();
  if (!kept.ok) return data<MutationReply>(failureReply(kept, read.submission), { status: 409 });
  const done = read.value.intent === "remove" ? "removed" : "listed";
  const listed = kept.value.householdEntryId ?? undefined;
  return redirect(paths.agentSession(sessionId, { done, listed }), 303);
}

export default function AgentSessionPage() {
  const desk = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { id } = desk.session;
  return (
    <>
      <BackLink href={paths.agentTraining()} text={t("training.title")} />
      <SessionDesk
        data={desk}
        reply={reply}
        links={{
          self: paths.agentSession(id),
          sheet: paths.agentSessionSheet(id),
          closure: paths.agentSessionClosure(id),
          plan: paths.agentSessionPlan(id),
          cancellation: paths.agentSessionCancellation(id),
        }}
      />
    </>
  );
}
