/** What reading a location needs to know of the process around it. */
export interface LocationDeps {
  /** What an `env:` reference names; and the settings of remote locations, see remote-settings.ts. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Accepts files that others may read or write. */
  readonly development: boolean;
}
