import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { keepAttendance } from "~/domain/flows/keep-attendance.server";
import { loadSessionDesk } from "~/domain/flows/load-session-desk.server";
import { attendanceForm } from "~/domain/training/forms";
import { sessionsOf } from "~/domain/training/planner";
import { soughtOf } from "~/domain/training/sought";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { SessionDesk } from "~/ui/training/session-desk";
import { requirePermission, type Entry } from "~/web/guard.server";
import { notFound, orNotFound, tooManyRequests } from "~/web/http-errors";
import { answerForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

/** Whose a phone is: a hall full of people, and no list of the province's phones. */
const lookupsOfAgent = createRateLimit({ limit: 120, windowMs: HOUR_MS });

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("training.title"));

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
    ...orNotFound(await loadSessionDesk(sessionsOf(entry.user.id), asked)),
    done: query.get("done"),
    listed: query.get("listed"),
    problem: query.get("problem"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "training.keep_list");
  const sessionId = args.params["sessionId"] ?? "";
  return answerForm(args.request, attendanceForm, {
    act: async (change) => {
      if (change.intent === "add" && change.phone !== undefined) countLookup(entry);
      const kept = await keepAttendance(entry.actor, sessionsOf(entry.user.id), {
        sessionId,
        change,
      });
      if (!kept.ok && kept.code === "training_not_found") throw notFound();
      return kept;
    },
    next: ({ householdEntryId }, { intent }) =>
      paths.agentSession(sessionId, {
        done: intent === "remove" ? "removed" : "listed",
        listed: householdEntryId ?? undefined,
      }),
  });
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
