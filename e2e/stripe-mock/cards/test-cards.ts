import type Stripe from "stripe";

export type Decline = {
  code: Stripe.PaymentIntent.LastPaymentError.Code;
  declineCode?: string;
  message: string;
};

/** What a card does when it is charged. Delayed ones are ours: Stripe's cards answer at once. */
export type CardBehaviour =
  | { kind: "approve"; afterwards?: "dispute" | "refund_pending" | "refund_fails" }
  | { kind: "decline"; decline: Decline }
  | { kind: "verify" }
  | { kind: "delay"; outcome: "succeeded" | "failed" };

export type TestCard = {
  number: string;
  /** The name of the same card where no number may be sent, `payment_method: "pm_card_visa"`. */
  token?: string;
  brand: "visa" | "mastercard";
  behaviour: CardBehaviour;
  /** Key of its line on the hosted page; without one it works but is not listed. */
  listedAs?: string;
};

const declined = (declineCode: string, message = "Your card was declined."): CardBehaviour => ({
  kind: "decline",
  decline: { code: "card_declined", declineCode, message },
});

/** Numbers and names from https://docs.stripe.com/testing, but for the last two, which are ours. */
export const TEST_CARDS: readonly TestCard[] = [
  {
    number: "4242424242424242",
    token: "pm_card_visa",
    brand: "visa",
    behaviour: { kind: "approve" },
    listedAs: "approve",
  },
  {
    number: "5555555555554444",
    token: "pm_card_mastercard",
    brand: "mastercard",
    behaviour: { kind: "approve" },
  },
  {
    number: "4000000000000002",
    token: "pm_card_visa_chargeDeclined",
    brand: "visa",
    behaviour: declined("generic_decline"),
    listedAs: "decline",
  },
  {
    number: "4000000000009995",
    token: "pm_card_visa_chargeDeclinedInsufficientFunds",
    brand: "visa",
    behaviour: declined("insufficient_funds", "Your card has insufficient funds."),
    listedAs: "insufficient",
  },
  {
    number: "4000000000009987",
    token: "pm_card_visa_chargeDeclinedLostCard",
    brand: "visa",
    behaviour: declined("lost_card"),
  },
  {
    number: "4000000000009979",
    token: "pm_card_visa_chargeDeclinedStolenCard",
    brand: "visa",
    behaviour: declined("stolen_card"),
  },
  {
    number: "4000000000000069",
    token: "pm_card_chargeDeclinedExpiredCard",
    brand: "visa",
    behaviour: {
      kind: "decline",
      decline: { code: "expired_card", message: "Your card has expired." },
    },
  },
  {
    number: "4000000000000127",
    token: "pm_card_chargeDeclinedIncorrectCvc",
    brand: "visa",
    behaviour: {
      kind: "decline",
      decline: { code: "incorrect_cvc", message: "Your card's security code is incorrect." },
    },
  },
  {
    number: "4000000000000119",
    token: "pm_card_chargeDeclinedProcessingError",
    brand: "visa",
    behaviour: {
      kind: "decline",
      decline: {
        code: "processing_error",
        message: "An error occurred while processing your card. Try again in a little bit.",
      },
    },
  },
  {
    number: "4000002500003155",
    token: "pm_card_authenticationRequiredOnSetup",
    brand: "visa",
    behaviour: { kind: "verify" },
    listedAs: "verify",
  },
  {
    number: "4000002760003184",
    token: "pm_card_authenticationRequired",
    brand: "visa",
    behaviour: { kind: "verify" },
  },
  {
    number: "4000000000000259",
    token: "pm_card_createDispute",
    brand: "visa",
    behaviour: { kind: "approve", afterwards: "dispute" },
    listedAs: "dispute",
  },
  {
    number: "4000000000007726",
    token: "pm_card_pendingRefund",
    brand: "visa",
    behaviour: { kind: "approve", afterwards: "refund_pending" },
    listedAs: "refund_pending",
  },
  {
    number: "4000000000005126",
    token: "pm_card_refundFail",
    brand: "visa",
    behaviour: { kind: "approve", afterwards: "refund_fails" },
    listedAs: "refund_fails",
  },
  {
    number: "4000007040000017",
    brand: "visa",
    behaviour: { kind: "delay", outcome: "succeeded" },
    listedAs: "delayed_success",
  },
  {
    number: "4000007040000025",
    brand: "visa",
    behaviour: { kind: "delay", outcome: "failed" },
    listedAs: "delayed_failure",
  },
];

export function findCardByNumber(typed: string): TestCard | undefined {
  const digits = typed.replaceAll(/[\s-]/g, "");
  return TEST_CARDS.find((card) => card.number === digits);
}

export function findCardByToken(token: string): TestCard | undefined {
  return TEST_CARDS.find((card) => card.token === token);
}
