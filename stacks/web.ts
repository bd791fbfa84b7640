import type { Settings } from "./settings.ts";

/**
 * The one address that people and networks know: the built web app, and behind it, under its own paths, the API.
 * @param uploads the one other origin to which the app may send something
 */
export function frontDoor({ domain }: Settings, uploads: $util.Output<string>): sst.aws.Router {
  const headers = securityHeaders(uploads);
  return new sst.aws.Router("Front", {
    ...(domain ? { domain } : {}),
    edge: { viewerRequest: { injection: answerForOrigin } },
    transform: {
      cdn: (args) => {
        args.defaultCacheBehavior = $output(args.defaultCacheBehavior).apply((behaviour) => ({
          ...behaviour,
          responseHeadersPolicyId: headers.id,
        }));
        args.customErrorResponses = uncachedErrors;
      },
    },
  });
}

/**
 * The API refuses a write whose origin is not the host it was sent to, and API Gateway knows itself by a name that no
 * browser ever saw. Only here are both names known: our own page's word of its origin is taken off, a foreign one stays.
 */
const answerForOrigin = `
  const from = event.request.headers.origin;
  if (from && from.value === "https://" + event.request.headers.host.value) delete event.request.headers.origin;`;

/** CloudFront keeps errors for ten seconds for everybody, and what one person may not see is there for another. */
const uncachedErrors = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504].map((errorCode) => ({
  errorCode,
  errorCachingMinTtl: 0,
}));

/** The same headers as the embedded home's server sends, and that the browser is to come by HTTPS only. */
function securityHeaders(uploads: $util.Output<string>): aws.cloudfront.ResponseHeadersPolicy {
  return new aws.cloudfront.ResponseHeadersPolicy("FrontHeaders", {
    securityHeadersConfig: {
      contentSecurityPolicy: {
        contentSecurityPolicy: $interpolate`connect-src 'self' ${uploads}; ${[
          "default-src 'self'",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data:",
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'",
        ].join("; ")}`,
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: "DENY", override: true },
      referrerPolicy: { referrerPolicy: "same-origin", override: true },
      strictTransportSecurity: { accessControlMaxAgeSec: 365 * 24 * 3600, override: true },
    },
  });
}

/** The web app as vite builds it. A built file's name changes with its content; all else is asked for anew. */
export function web(front: sst.aws.Router): void {
  new sst.aws.StaticSite("Web", {
    router: { instance: front },
    build: { command: "npm run build:web", output: "web/dist" },
    assets: {
      fileOptions: [
        { files: "**", cacheControl: "no-cache" },
        { files: "assets/**", cacheControl: "public, max-age=31536000, immutable" },
      ],
    },
  });
}
