import type { Hono } from 'hono';

import { CSP_REPORT_PATH } from '../host-api';

const KEPT_REPORTS = 500;

/** Blocked loads browsers reported, for tests that must see none. */
export class CspReports {
  private reports: unknown[] = [];

  list(): unknown[] {
    return [...this.reports];
  }

  add(report: unknown): void {
    if (this.reports.length < KEPT_REPORTS) this.reports.push(report);
  }

  clear(): void {
    this.reports = [];
  }

  /** Frames report to their own origin, tests ask the site's: both serve the same list. */
  addRoutes(app: Hono): void {
    app.post(CSP_REPORT_PATH, async (c) => {
      this.add(JSON.parse(await c.req.text()) as unknown);
      return c.body(null, 204);
    });
    app.get(CSP_REPORT_PATH, (c) => c.json(this.list()));
    app.delete(CSP_REPORT_PATH, (c) => {
      this.clear();
      return c.body(null, 204);
    });
  }
}
