import type Stripe from "stripe";
import { findCardByNumber, type TestCard } from "../cards/test-cards";
import { intentOf, paySession, verifySession } from "../resources/pay-session";
import type { World } from "../state/world";
import { closedPage, lostPage, payPage, returnAddress, verifyPage, type Typed } from "./pages";
import { languageOf, type Language } from "./texts";

export type PageRequest = {
  method: string;
  path: string;
  body: string;
  acceptLanguage: string | undefined;
};

export type PageAnswer =
  { status: number; page: string; formTarget?: string | null } | { status: 303; location: string };

const PAY = /^\/c\/pay\/([^/]+)$/;
const VERIFY = /^\/c\/pay\/([^/]+)\/verification$/;

/** The page to which a checkout session's `url` leads, and the bank's page behind it. */
export function answerPage(world: World, request: PageRequest): PageAnswer {
  world.clock.runDue();
  const pay = PAY.exec(request.path);
  const verify = VERIFY.exec(request.path);
  const session = world.sessions.find(pay?.[1] ?? verify?.[1] ?? "");
  const language = languageOf(session?.locale ?? null, request.acceptLanguage);
  if (!session) return { status: 404, page: lostPage(language) };
  if (session.status !== "open") return answerClosed(session, language, request.method);
  const form = new URLSearchParams(request.method === "POST" ? request.body : "");
  const visit = { session, language, form, isPost: request.method === "POST" };
  return verify ? answerVerification(world, visit) : answerPayment(world, visit);
}

type Visit = {
  session: Stripe.Checkout.Session;
  language: Language;
  form: URLSearchParams;
  isPost: boolean;
};

type Shown = { status?: number; refusal: string | undefined; typed?: Typed };

/** A form sent twice ends where the first one did. */
function answerClosed(
  session: Stripe.Checkout.Session,
  language: Language,
  method: string,
): PageAnswer {
  if (method === "POST" && session.status === "complete") return toShop(session);
  return {
    status: session.status === "complete" ? 200 : 410,
    page: closedPage(language, session),
  };
}

function answerPayment(world: World, visit: Visit): PageAnswer {
  const { session, form, isPost } = visit;
  if (!isPost) return showPay(world, visit, { refusal: refusalOf(intentOf(world, session)) });
  const typed = typedIn(form);
  const card = chosenCard(world, form, typed);
  if (typeof card === "string") return showPay(world, visit, { status: 400, refusal: card, typed });
  const payer = { name: typed.name ?? null, email: typed.email ?? null };
  const intent = paySession(world, session, { card, payer });
  if (intent.status === "requires_action") {
    return { status: 303, location: `${world.publicUrl}/c/pay/${session.id}/verification` };
  }
  const refusal = refusalOf(intent);
  // The typed number is not shown again: after a refusal another card is what helps.
  const retyped = { ...typed, number: "" };
  if (refusal !== undefined) return showPay(world, visit, { status: 402, refusal, typed: retyped });
  return toShop(session);
}

function answerVerification(world: World, visit: Visit): PageAnswer {
  const { session, language, form, isPost } = visit;
  const toPay: PageAnswer = { status: 303, location: `${world.publicUrl}/c/pay/${session.id}` };
  if (intentOf(world, session)?.status !== "requires_action") return toPay;
  const outcome = form.get("outcome");
  if (!isPost || (outcome !== "verified" && outcome !== "failed")) {
    return { status: 200, page: verifyPage(language), formTarget: session.success_url };
  }
  verifySession(world, session, outcome);
  return outcome === "verified" ? toShop(session) : toPay;
}

function showPay(
  world: World,
  { session, language }: Visit,
  { status = 200, refusal, typed = {} }: Shown,
): PageAnswer {
  const lineItems = world.lineItemsOf.get(session) ?? [];
  return {
    status,
    page: payPage({ language, session, lineItems, refusal, typed }),
    formTarget: session.success_url,
  };
}

function refusalOf(intent: Stripe.PaymentIntent | undefined): string | undefined {
  const error = intent?.last_payment_error;
  return error ? (error.decline_code ?? error.code) : undefined;
}

function typedIn(form: URLSearchParams): Typed {
  const typed: Typed = {};
  for (const name of ["number", "expiry", "cvc", "name", "email"] as const) {
    const value = form.get(name)?.trim().slice(0, 200);
    if (value !== undefined && value !== "") typed[name] = value;
  }
  return typed;
}

/** The card, or what the form lacks. */
function chosenCard(world: World, form: URLSearchParams, typed: Typed): TestCard | string {
  const listed = form.get("test_card");
  if (listed !== null) return findCardByNumber(listed) ?? "unknown_card";
  const card = findCardByNumber(typed.number ?? "");
  if (!card) return "unknown_card";
  const expiry = /^(0?[1-9]|1[0-2])\s*\/?\s*(?:20)?(\d\d)$/.exec(typed.expiry ?? "");
  if (!expiry) return "incomplete_expiry";
  const monthAfter = Date.UTC(2000 + Number(expiry[2]), Number(expiry[1]));
  if (monthAfter <= world.clock.now()) return "past_expiry";
  return /^\d{3}$/.test(typed.cvc ?? "") ? card : "incomplete_cvc";
}

function toShop(session: Stripe.Checkout.Session): PageAnswer {
  const location = returnAddress(session);
  return location === null
    ? { status: 200, page: closedPage("vi", session) }
    : { status: 303, location };
}
