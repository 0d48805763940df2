// A real, certified issuer of OpenID Connect (npm `oidc-provider`) in the test's own process, with its own
// pages to sign in. Anybody may sign in there; what a name is given is told below.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import Provider from "oidc-provider";

const CLIENT = "console";
const SECRET = "a secret of the journey only";

/** The groups of whoever signs in by this name; others are in none. */
const GROUPS: Record<string, string[]> = { ana: ["auditor"], otto: ["admin", "auditor"] };

/** The issuer, for consoles at any address. */
export type Issuer = {
  url: string;
  /** What a console at `origin` has to be told, as the template's secret has it. */
  settings: (origin: string) => object;
  /** Takes back all that was ever granted: no refresh token is good any more. */
  forgetAll: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Starts an issuer whose ID tokens are good for `seconds`. */
export async function issue(seconds: number): Promise<Issuer> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const origins = new Set<string>();
  const grants = new Set<string>();
  const provider = new Provider(url, {
    clients: [
      {
        client_id: CLIENT,
        client_secret: SECRET,
        // Every console's callback is allowed below, once its address is known.
        redirect_uris: [`${url}/unused`],
        grant_types: ["authorization_code", "refresh_token"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub", "cognito:groups"], profile: ["name"], email: ["email"] },
    // Into the ID token, as Cognito does; elsewhere they are at the userinfo endpoint only.
    conformIdTokenClaims: false,
    findAccount: async (_, id: string) => ({
      accountId: id,
      claims: async () => ({
        sub: id,
        name: `${id} <b>of the journey</b>`,
        email: `${id}@example.com`,
        "cognito:groups": GROUPS[id],
      }),
    }),
    pkce: { required: () => true },
    features: { revocation: { enabled: true } },
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    ttl: { IdToken: seconds, AccessToken: 3_600, RefreshToken: 43_200, Session: 43_200, Grant: 43_200, Interaction: 600 },
    cookies: { keys: ["of the journey only"] },
  });
  provider.Client.prototype.redirectUriAllowed = (uri: string) =>
    [...origins].some((origin) => uri === `${origin}/auth/callback`);
  provider.Client.prototype.postLogoutRedirectUriAllowed = (uri: string) =>
    [...origins].some((origin) => uri === `${origin}/signed-out`);
  provider.on("grant.success", (ctx: { oidc: { entities: { Grant?: { jti: string } } } }) => {
    const grant = ctx.oidc.entities.Grant;
    if (grant) grants.add(grant.jti);
  });
  server.on("request", provider.callback());
  return {
    url,
    settings: (origin) => {
      origins.add(origin);
      return { issuer: url, clientId: CLIENT, clientSecret: SECRET, origin };
    },
    forgetAll: async () => {
      for (const id of grants) {
        await provider.RefreshToken.revokeByGrantId(id);
        await (await provider.Grant.find(id))?.destroy();
      }
    },
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
