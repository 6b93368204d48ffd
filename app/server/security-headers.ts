import { settings } from "~/platform/env.server";

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];
/** Where Stripe has a card typed. */
const CARD_PAGE = "https://checkout.stripe.com";

/** Pages that show photos which lie on the phone alone. */
const KEPT_PHOTOS_PATHS = ["/offline/listing", "/offline/sheets"];

function withKeptPhotos(directive: string): string {
  return directive.startsWith("img-src") ? `${directive} blob:` : directive;
}

/** A form may lead on to the page where a card is typed, where cards are taken. */
function contentSecurityPolicy(pathname: string): string {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_BASE: base } = settings();
  const cardPage = base === undefined ? CARD_PAGE : new URL(base).origin;
  const targets = key === undefined ? "'self'" : `'self' ${cardPage}`;
  const policy = POLICY.map((one) =>
    KEPT_PHOTOS_PATHS.includes(pathname) ? withKeptPhotos(one) : one,
  );
  return [...policy, `form-action ${targets}`].join("; ");
}

const PRIVATE_PATHS =
  /^\/(account|household|agent|department|orders|o|simulator|contracts|preorders|checkout|cart|sign-in|sign-up|sign-out|register)(\/|$)/;

/** What every answer of the routes carries unless the route says otherwise. */
export function securityHeaders(pathname: string): [string, string][] {
  const isPrivate = PRIVATE_PATHS.test(pathname);
  return [
    ["Content-Security-Policy", contentSecurityPolicy(pathname)],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", isPrivate ? "same-origin" : "strict-origin-when-cross-origin"],
    ["Permissions-Policy", "camera=(), microphone=(), geolocation=()"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    // Pages differ by cart and session: a browser asks each time, and mostly hears that nothing has changed.
    ["Cache-Control", isPrivate ? "private, no-store" : "private, no-cache"],
    // Sample people and prices must not be found by a search, not even by a link that someone shared.
    ...(settings().APP_MODE === "demo"
      ? [["X-Robots-Tag", "noindex, nofollow"] satisfies [string, string]]
      : []),
    ...(settings().PUBLIC_ORIGIN?.startsWith("https://")
      ? [["Strict-Transport-Security", "max-age=31536000"] satisfies [string, string]]
      : []),
  ];
}
