export const CONTRACT_PARTIES = ["household", "buyer"] as const;
export type ContractParty = (typeof CONTRACT_PARTIES)[number];

/** By which way a party said yes. */
export const CONFIRMATION_CHANNELS = [
  "signed_in", // with a password, on this site
  "secret_link", // by the link that only the buyer was given
] as const;
export type ConfirmationChannel = (typeof CONFIRMATION_CHANNELS)[number];
