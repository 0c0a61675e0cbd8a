// The page's security policy, once: the preview server sends it as headers, and the build writes the
// part that a page may say of itself into the HTML, so that any static host is enough.

const policy: Record<string, string> = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "worker-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "connect-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "lit-html rolecall",
};

const directives = (entries: Record<string, string>): string =>
  Object.entries(entries)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");

/** What `<meta http-equiv="Content-Security-Policy">` may carry: everything but `frame-ancestors`. */
export const META_POLICY = directives(policy);

export const SECURITY_HEADERS: Record<string, string> = {
  "Content-Security-Policy": directives({ ...policy, "frame-ancestors": "'none'" }),
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
};
