/** A product event as `manifest.yml` triggers receive it; `eventType` is `avi:jira:…`. Further properties by type. */
export interface ProductEvent {
  eventType: string;
  /** The app made the change itself, as itself or as a user. */
  selfGenerated: boolean;
  /** Epoch ms, as text. */
  timestamp: string;
  [property: string]: unknown;
}

/** Takes events inside the transaction that made them; delivery comes later. */
export interface ProductEventSink {
  /** @param options `reachesApps: false` for changes the app asked to keep from apps; default true. */
  publish(event: ProductEvent, options?: { reachesApps: boolean }): void;
}
