/**
 * Where the files of a built glossary come from. A file that is asked for while
 * it is on its way is loaded once.
 */
export interface ShardFiles {
  /** What the glossary is, for messages: the address of its manifest, or a few words. */
  readonly label: string;
  /** Address of the manifest; relative addresses in entries start there. */
  readonly origin?: string | undefined;
  /** When the copy of the manifest was kept that is used, where the manifest itself cannot be loaded. */
  readonly keptAt?: Date | undefined;
  /**
   * The JSON value of the file of this name, checked against the name. Rejects
   * when it cannot be loaded; who asks looks at its shape.
   */
  json(hash: string, signal?: AbortSignal): Promise<unknown>;
  /** The bytes of a file that is no JSON. */
  bytes(hash: string, signal?: AbortSignal): Promise<Uint8Array>;
}
