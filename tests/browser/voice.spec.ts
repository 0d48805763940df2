// What a screen reader finds on the three main pages, as Playwright's picture of the accessibility tree: roles and
// names in their order, the values of the moment left out.

import { article, expect, settled, test } from "./support/console";
import { deletion } from "./support/account";

/** The seven lines of an event, always all of them and in this order. */
const FACTS = ["Who", "When", "Where from", "Which region", "What", "Access key", "Outcome"]
  .map((line) => `        - term: ${line}`)
  .join("\n");

test("the event history", async ({ page, request }) => {
  await page.goto(`/events?q=access:write&from=-7d&sel=${await deletion(request)}`);
  await settled(page);
  await expect(page.locator("body")).toMatchAriaSnapshot(`
    - banner:
      - link "Whodunit"
      - navigation "Main":
        - list:
          - listitem:
            - link "Events"
          - listitem:
            - link "Identities"
          - listitem:
            - link "Resources"
          - listitem:
            - link "Views"
          - listitem:
            - link "Status"
      - 'button "Time zone: UTC"'
      - button "? Keys"
      - button /Use the .* theme/
    - main:
      - heading "Events" [level=1]
      - search "Events":
        - button "management events only. Show every category"
        - group "access = write"
        - combobox "Query"
      - region "Events over time":
        - list "Events by outcome":
          - listitem: /OK/
          - listitem: /Denied/
          - listitem: /Failed/
        - group /Bars/:
          - button /events?/
        - button "View as table"
        - button "Filters"
      - complementary "Filters":
        - region "Outcome":
          - heading "Outcome" [level=2]
      - region "Events":
        - group "Selected events":
          - button "Select"
        - button "Columns"
        - table /newest first/:
          - rowgroup:
            - row:
              - columnheader /Time/
              - columnheader "Event"
              - columnheader "Who"
              - columnheader "Region"
              - columnheader "Outcome"
        - navigation "Pages"
      - complementary "Event detail":
        - heading "DeleteDBInstance" [level=2]
${FACTS}
        - tablist
  `);
});

test("an event", async ({ page, request }) => {
  await page.goto(`/events/${await deletion(request)}`);
  await expect(article(page).getByRole("treeitem").first()).toBeVisible();
  await expect(page.locator("body")).toMatchAriaSnapshot(`
    - main:
      - paragraph:
        - link "All events"
      - article "Event detail":
        - heading "DeleteDBInstance" [level=1]
${FACTS}
  `);
});

test("a comparison", async ({ page, request }) => {
  const { rows } = await (await request.get("/api/events?q=access:write&from=-7d")).json();
  await page.goto(`/compare?ids=${rows[0].eventID},${rows[1].eventID}`);
  await expect(page.getByRole("table")).toBeVisible();
  await expect(page.locator("body")).toMatchAriaSnapshot(`
    - main:
      - heading /Compar/ [level=1]
      - button "Copy as Markdown"
      - button "Copy as CSV"
      - region "Comparison":
        - table /^Reference/:
          - rowgroup:
            - row:
              - columnheader "Field"
              - columnheader /reference$/
              - columnheader /Pin as reference$/
          - rowgroup
          - rowgroup:
            - row "Expected to differ"
  `);
});
