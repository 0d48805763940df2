// What the demo account holds, for tests that need a certain event.

import type { APIRequestContext } from "@playwright/test";

/** The id of alana's deletion of the database: the one that worked. */
export async function deletion(request: APIRequestContext): Promise<string> {
  const params = { q: "event:DeleteDBInstance outcome:ok who:alana" };
  return (await (await request.get("/api/events", { params })).json()).rows[0].eventID;
}
