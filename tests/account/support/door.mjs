// A Function URL of AuthType NONE for the emulated account, which enforces IAM there, too, and so refuses whoever
// signs with a key that is not its own. Here a request becomes the event that Lambda makes of it, and the function
// is invoked with that.

import http from "node:http";

import { invoked } from "./account.mjs";

/** What Lambda hands over as text; everything else is base64. */
const TEXT = /^(text\/|application\/(json|javascript|xml)$)/;

/**
 * Serves the function `name`, and gives its address.
 *
 * @param {string} name
 * @returns {Promise<{ address: string, stop: () => Promise<void> }>}
 */
export async function door(name) {
  const server = http.createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", async () => {
      const { statusCode, headers, body } = answer(await invoked(name, event(request, Buffer.concat(chunks))));
      response.writeHead(statusCode, headers);
      response.end(body);
    });
  });
  await new Promise((ready, failed) => server.once("error", failed).listen(0, "127.0.0.1", ready));
  const stop = () => new Promise((done) => (server.close(done), server.closeAllConnections()));
  return { address: `http://127.0.0.1:${server.address().port}`, stop };
}

/** Payload format 2.0, as far as the functions read it. */
function event({ method, url, headers }, body) {
  const [rawPath, rawQueryString = ""] = url.split("?");
  const isBase64Encoded = !TEXT.test(headers["content-type"] ?? "");
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath,
    rawQueryString,
    headers,
    requestContext: {
      accountId: "anonymous",
      apiId: "id",
      domainName: headers.host,
      domainPrefix: "id",
      http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp: "203.0.113.7", userAgent: "door" },
      requestId: "id",
      routeKey: "$default",
      stage: "$default",
      time: "22/Nov/2026:16:00:00 +0000",
      timeEpoch: 1795363200000,
    },
    isBase64Encoded,
    body: body.toString(isBase64Encoded ? "base64" : "utf8"),
  };
}

/**
 * What a function posted: a document, or a stream, which begins with a document and eight zeros. The emulator gives
 * a stream as a JSON text.
 */
function answer(payload) {
  const posted = JSON.parse(String(payload));
  const [head, body] = typeof posted === "string" ? posted.split("\0".repeat(8)) : [posted, posted.body];
  const { statusCode, headers } = typeof head === "string" ? JSON.parse(head) : head;
  // What Lambda says of a function that failed or did not start.
  if (!statusCode) return { statusCode: 502, headers: {}, body: "Internal Server Error" };
  return { statusCode, headers, body };
}
