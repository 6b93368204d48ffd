import type Stripe from "stripe";
import { TEST_CARDS } from "../cards/test-cards";
import { Html, html, layout } from "./layout";
import { cardText, dong, refusalText, TEXTS, type Language } from "./texts";

const NOTHING = new Html("");

export type Typed = {
  number?: string;
  expiry?: string;
  cvc?: string;
  name?: string;
  email?: string;
};

type PayPage = {
  language: Language;
  session: Stripe.Checkout.Session;
  lineItems: Stripe.LineItem[];
  /** Why the last attempt failed: a decline code or what the form lacks. */
  refusal?: string | undefined;
  typed?: Typed;
};

export function payPage({ language, session, lineItems, refusal, typed = {} }: PayPage): string {
  const say = (key: keyof typeof TEXTS) => TEXTS[key][language];
  const total = dong(session.amount_total ?? 0, language);
  return layout(
    language,
    say("title"),
    html`<h1>${say("title")}</h1>
      ${lines(language, lineItems, total)}
      ${refusal === undefined ? NOTHING : html`<p class="error" role="alert" id="refusal">${refusalText(refusal, language)}</p>`}
      <form method="post" autocomplete="off">
        ${session.customer_email === null ? field({ name: "email", label: say("email"), value: typed.email, type: "email" }) : NOTHING}
        ${field({ name: "number", label: say("cardNumber"), value: typed.number, digits: true, isRequired: true, isRefused: refusal !== undefined })}
        <div class="pair">
          ${field({ name: "expiry", label: say("expiry"), value: typed.expiry, digits: true, isRequired: true })}
          ${field({ name: "cvc", label: say("cvc"), value: typed.cvc, digits: true, isRequired: true })}
        </div>
        ${field({ name: "name", label: say("name"), value: typed.name })}
        <p>${say("neverRealCard")}</p>
        <button type="submit">${say("pay")} ${total}</button>
      </form>
      ${session.cancel_url === null ? NOTHING : html`<a class="button quiet" href="${session.cancel_url}">${say("back")}</a>`}
      <h2>${say("testCards")}</h2>
      <p>${say("testCardsHint")}</p>
      <form method="post" class="cards">${listedCards(language)}</form>`,
  );
}

function lines(language: Language, lineItems: Stripe.LineItem[], total: string): Html {
  const rows = lineItems.map((item) => {
    const count = item.quantity === 1 ? "" : ` × ${item.quantity}`;
    const what = `${item.description ?? ""}${count}`;
    return html`<tr>
      <td>${what}</td>
      <td>${dong(item.amount_total, language)}</td>
    </tr>`;
  });
  return html`<table>
    <tbody>
      ${rows}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">${TEXTS.total[language]}</th>
        <td>${total}</td>
      </tr>
    </tfoot>
  </table>`;
}

type Field = {
  name: string;
  label: string;
  value?: string | undefined;
  type?: string;
  digits?: boolean;
  isRequired?: boolean;
  isRefused?: boolean;
};

function field({ name, label, value = "", type = "text", ...field }: Field): Html {
  const more = [
    field.digits === true ? ' inputmode="numeric"' : "",
    field.isRequired === true ? " required" : "",
    field.isRefused === true ? ' aria-describedby="refusal" aria-invalid="true"' : "",
  ].join("");
  return html`<label
    >${label}<input
      type="${type}"
      name="${name}"
      value="${value}"
      maxlength="200"
      ${new Html(more)}
  /></label>`;
}

function listedCards(language: Language): Html[] {
  return TEST_CARDS.flatMap((card) => {
    if (card.listedAs === undefined) return [];
    const number = card.number.replaceAll(/(\d{4})(?=\d)/g, "$1 ");
    const text = cardText(card.listedAs, language);
    return html`<button class="quiet" name="test_card" value="${card.number}">
      <b>${number}</b> ${text}
    </button> `;
  });
}

export function verifyPage(language: Language): string {
  const say = (key: keyof typeof TEXTS) => TEXTS[key][language];
  return layout(
    language,
    say("verifyTitle"),
    html`<h1>${say("verifyTitle")}</h1>
      <p>${say("verifyText")}</p>
      <form method="post">
        <button name="outcome" value="verified">${say("verifyDone")}</button>
        <button class="quiet" name="outcome" value="failed">${say("verifyFailed")}</button>
      </form>`,
  );
}

/** A session that cannot be paid (any more), with the way on. */
export function closedPage(language: Language, session: Stripe.Checkout.Session): string {
  const isComplete = session.status === "complete";
  const says = TEXTS[isComplete ? "complete" : "expired"][language];
  const next = isComplete ? returnAddress(session) : session.cancel_url;
  const way =
    next === null ? NOTHING : html`<a class="button" href="${next}">${TEXTS.toShop[language]}</a>`;
  return layout(
    language,
    says,
    html`<h1>${says}</h1>
      ${way}`,
  );
}

export function lostPage(language: Language): string {
  return layout(language, TEXTS.pageGone[language], html`<h1>${TEXTS.notFound[language]}</h1>`);
}

/** Where the shop asked for the buyer to be sent, with the session's id where it wants to have that. */
export function returnAddress(session: Stripe.Checkout.Session): string | null {
  return session.success_url?.replaceAll("{CHECKOUT_SESSION_ID}", session.id) ?? null;
}
