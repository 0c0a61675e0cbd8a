/** Whatever goes wrong; `code` says what. */
export class RolecallError extends Error {
  constructor({ code, path, line, column, headings, columns, message, help }, options) {
    super(message, options);
    this.name = "RolecallError";
    this.code = code;
    this.path = path ?? undefined;
    this.line = line ?? undefined;
    this.column = column ?? undefined;
    this.headings = headings ?? undefined;
    this.columns = columns ?? undefined;
    this.help = help;
  }
}

/** The WebAssembly is not there, or is not allowed to run. */
export function loadFailed(cause) {
  return new RolecallError(
    {
      code: "init/failed",
      message: `the WebAssembly cannot be loaded: ${cause instanceof Error ? cause.message : cause}`,
      help: "make sure that rolecall.wasm is served beside the module and that the Content-Security-Policy allows 'wasm-unsafe-eval', or hand it over with init({ module }); then call init() again",
    },
    { cause },
  );
}
