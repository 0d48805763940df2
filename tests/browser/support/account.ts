// What the demo account holds, for tests that need a certain event.

import type { APIRequestContext } from "@playwright/test";

/** The id of alana's deletion of the database: the one that worked. */
export async function deletion(request: APIRequestContext): Promise<string> {
  const params = { q: "event:DeleteDBInstance outcome:ok who:alana" };
  return (await (await request.get("/api/events", { params })).json()).rows[0].eventID;
}

type Row = { eventID: string; eventTime: string; eventName: string; accessKeyId?: string; access: string; outcome: string; console?: boolean };

type Answer = { rows: Row[]; next?: string };

async function answer(request: APIRequestContext, params: Record<string, string>): Promise<Answer> {
  return (await request.get("/api/events", { params })).json();
}

/** What somebody changed in the AWS console whose page then read at once what it shows: with three reads at least. */
export async function burst(request: APIRequestContext): Promise<Row & { from: string; to: string; reads: number }> {
  const asked = { q: "access:write outcome:ok", from: "-90d", size: "100" };
  let page = await answer(request, asked);
  for (;;) {
    for (const write of page.rows.filter((row) => row.console && row.accessKeyId)) {
      const read = await readAtOnce(request, write);
      if (read) return { ...write, ...read };
    }
    if (!page.next) throw new Error("the demo has no page of the AWS console that read what it shows");
    page = await answer(request, { ...asked, at: page.next });
  }
}

/** How many reads followed `write` at once, and moments around them; nothing if they are few or not alone. */
async function readAtOnce(request: APIRequestContext, write: Row) {
  const after = (seconds: number) => new Date(Date.parse(write.eventTime) + seconds * 1_000).toISOString();
  const [from, to] = [after(-1), after(9)];
  const { rows } = await answer(request, { q: `key:${write.accessKeyId}`, from, to, sort: "time" });
  const reads = rows.filter((row) => row.access === "read" && row.outcome === "ok" && row.console);
  let last = Date.parse(write.eventTime);
  const close = reads.every(({ eventTime }) => {
    const gap = Date.parse(eventTime) - last;
    last = Date.parse(eventTime);
    return gap >= 0 && gap < 3_000;
  });
  return close && reads.length >= 3 && rows.length === reads.length + 1 ? { from, to, reads: reads.length } : undefined;
}

/** The id of a saved view, made once. */
export async function saved(request: APIRequestContext): Promise<string> {
  const name = "Denied, for a look";
  const { views } = await (await request.get("/api/views")).json();
  const known = views.find((view: { name: string }) => view.name === name);
  const data = { name, url: "q=outcome%3Adenied&from=-30d", shared: true };
  const made = async () => (await request.post("/api/views", { data, headers: { "X-Whodunit": "1" } })).json();
  return (known ?? (await made())).id;
}
