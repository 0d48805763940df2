// CloudFront's outer half for the emulated account: what the emulator does not do itself.
//
// The emulator serves a distribution to whoever names it in the Host header. Missing are the TLS towards the
// browser and origin access control for Function URLs: on AWS, CloudFront signs what it sends to them, and a
// Function URL with AuthType AWS_IAM refuses everything else. Here the edge signs, as an IAM user that may
// do nothing but call Function URLs.

import { createHash, createHmac } from "node:crypto";
import http from "node:http";
import https from "node:https";

/** Behaviours of the distribution whose origins are Function URLs. */
const FUNCTIONS = /^\/(api|auth)\//;
const REGION = "us-east-1";

/**
 * Starts the edge and gives the port that it listens on.
 *
 * @param {object} options
 * @param {string} options.account Address of the emulated account: `http://127.0.0.1:4566`
 * @param {{ id: string, secret: string }} options.key Access key of the edge's IAM user
 * @param {string} [options.host] The distribution to serve, whatever name the browser used
 * @param {{ key: string, cert: string }} [options.tls] PEM; without it the edge speaks plain HTTP
 * @param {number} [options.port] 0 for any
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>}
 */
export async function edge({ account, key, host, tls, port = 0 }) {
  const target = new URL(account);
  const answer = (request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const headers = { ...request.headers, "x-forwarded-proto": "https" };
      if (host) headers.host = host;
      delete headers.connection;
      if (FUNCTIONS.test(request.url) && headers.host.includes(".cloudfront.")) {
        // CloudFront does not hash bodies: the browser does, or Lambda refuses the signature.
        if (!["GET", "HEAD"].includes(request.method) && headers["x-amz-content-sha256"] !== sha256(body)) {
          response.writeHead(403, { "content-type": "application/json" });
          response.end('{"Message":"The request signature we calculated does not match (x-amz-content-sha256)"}');
          return;
        }
        // The emulator loses a streamed answer that is not text.
        headers["accept-encoding"] = "identity";
        Object.assign(headers, signature(request.method, request.url, headers.host, body, key));
      }
      const { hostname, port } = target;
      const onward = http.request({ hostname, port, method: request.method, path: request.url, headers });
      onward.on("response", (answered) => {
        response.writeHead(answered.statusCode, answered.headers);
        answered.pipe(response);
      });
      onward.on("error", (error) => {
        if (!response.headersSent) response.writeHead(502, { "content-type": "text/plain" });
        response.end(`the emulated account does not answer: ${error.message}\n`);
      });
      onward.end(body);
    });
  };
  const server = tls ? https.createServer(tls, answer) : http.createServer(answer);
  await new Promise((ready, failed) => server.once("error", failed).listen(port, "127.0.0.1", ready));
  const stop = () => new Promise((done) => (server.close(done), server.closeAllConnections()));
  return { port: server.address().port, stop };
}

/**
 * Signature Version 4 over method, path, query, Host and the body's hash.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
function signature(method, url, host, body, key) {
  const now = new Date().toISOString().replace(/[-:]|\.\d{3}/g, "");
  const scope = `${now.slice(0, 8)}/${REGION}/lambda/aws4_request`;
  const hash = sha256(body);
  const { pathname, searchParams } = new URL(url, "https://edge");
  // A path is encoded once more for every service but S3.
  const path = pathname.split("/").map(encode).join("/");
  const pairs = [...searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const signed = "host;x-amz-content-sha256;x-amz-date";
  const headers = `host:${host}\nx-amz-content-sha256:${hash}\nx-amz-date:${now}\n`;
  const canonical = [method, path, pairs.sort().join("&"), headers, signed, hash].join("\n");
  const steps = [...scope.split("/"), `AWS4-HMAC-SHA256\n${now}\n${scope}\n${sha256(canonical)}`];
  const mac = steps.reduce((k, text) => createHmac("sha256", k).update(text).digest(), `AWS4${key.secret}`);
  const credential = `Credential=${key.id}/${scope}, SignedHeaders=${signed}, Signature=${mac.toString("hex")}`;
  return { authorization: `AWS4-HMAC-SHA256 ${credential}`, "x-amz-date": now, "x-amz-content-sha256": hash };
}

const sha256 = (data) => createHash("sha256").update(data).digest("hex");
const encode = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
