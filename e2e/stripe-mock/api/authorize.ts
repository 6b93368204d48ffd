import { StripeError } from "./stripe-error";

/**
 * The key rule of the official stripe-mock (its `validateAuth`): `Bearer` or `Basic` with any secret or restricted
 * key that looks like one of test mode. A live key never gets an answer here.
 */
export function authorize(header: string | undefined): void {
  if (header !== undefined && looksLikeTestKey(header)) return;
  throw new StripeError(
    401,
    {
      type: "invalid_request_error",
      message:
        "Please authenticate by specifying an `Authorization` header with any valid looking testmode secret API " +
        "key. For example, `Authorization: Bearer sk_test_123`.",
    },
    true,
  );
}

function looksLikeTestKey(header: string): boolean {
  const [scheme, credentials, ...more] = header.split(" ");
  if (credentials === undefined || credentials === "" || more.length > 0) return false;
  if (scheme !== "Bearer" && scheme !== "Basic") return false;
  const key =
    scheme === "Basic" ? Buffer.from(credentials, "base64").toString("utf8") : credentials;
  const [kind, mode, secret, ...rest] = key.split("_");
  if (rest.length > 0) return false;
  return (
    (kind === "sk" || kind === "rk") && mode === "test" && secret !== undefined && secret !== ""
  );
}
