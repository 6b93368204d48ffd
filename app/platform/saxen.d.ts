/** What we use of saxen, which brings no types. */
declare module "saxen" {
  type Attributes = () => Record<string, string>;
  export class Parser {
    on(
      name: "openTag",
      handle: (
        ...tag: [
          name: string,
          attributes: Attributes,
          decode: (text: string) => string,
          isSelfClosing: boolean,
        ]
      ) => void,
    ): this;
    on(name: "closeTag", handle: (name: string) => void): this;
    on(name: "text", handle: (text: string, decode: (text: string) => string) => void): this;
    on(name: "cdata", handle: (text: string) => void): this;
    on(name: "error" | "warn", handle: (error: Error) => void): this;
    write(xml: string): this;
    end(): Error | null;
    stop(): void;
  }
}
