/** What an app is to be told, as picture and by hand. */
export type AppSetUp = {
  /** In base32, in groups of four. */
  secret: string;
  /** `otpauth://…`, for an app on the same phone. */
  address: string;
  /** The same as a QR code: an `<svg>` element. */
  qr: string;
};

/** Where somebody stands at the second step. */
export type SecondStepState =
  | { kind: "in" } // somebody is signed in at this browser, and nobody is halfway
  | { kind: "over" } // the password is too long ago
  | { kind: "enter"; hasPaper: boolean }
  | { kind: "set-up"; app: AppSetUp }
  | { kind: "ungranted" }; // no code to set it up by is there for them
