/** One try to store a draft, and what its answer means. */

const TIMEOUT_MS = 30_000;
const KEEPALIVE_BYTES = 60_000;

async function readJson(response) {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

function secondsToWait(response) {
  return Number.parseInt(response.headers.get("Retry-After") || "", 10) || 0;
}

async function meaning(response) {
  const answer = response.type === "opaqueredirect" ? null : await readJson(response);
  if (response.ok && (answer || response.status === 204)) return { outcome: "saved", answer };
  if (response.status === 409 && answer) return { outcome: "conflict", answer };
  if (response.type === "opaqueredirect") return { outcome: "signedOut" };
  if ([401, 403].includes(response.status)) return { outcome: "signedOut" };
  if ([404, 410].includes(response.status)) return { outcome: "gone" };
  if (response.status === 413) return { outcome: "tooLarge" };
  if ([400, 422].includes(response.status)) return { outcome: "refused", answer };
  return { outcome: "failed", wait: secondsToWait(response) };
}

/** Returns `send(body, basedOn, {leaving})`, which never throws. */
export function draftSender(url, token) {
  return async (body, basedOn, { leaving = false } = {}) => {
    const fields = new FormData();
    fields.set("body", body);
    fields.set("based_on", basedOn);
    try {
      const response = await fetch(url, {
        method: "POST",
        body: fields,
        headers: { "X-CSRFToken": token(), Accept: "application/json" },
        credentials: "same-origin",
        redirect: "manual",
        keepalive: leaving && body.length < KEEPALIVE_BYTES,
        signal: leaving ? undefined : AbortSignal.timeout(TIMEOUT_MS),
      });
      return await meaning(response);
    } catch {
      return { outcome: "failed", wait: 0 };
    }
  };
}
