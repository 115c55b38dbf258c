/**
 * Where the files of a built glossary come from. Concurrent requests for a file
 * load it once.
 */
export interface ShardFiles {
  /**
   * Name of the glossary in messages: the address of its manifest, or a few
   * words.
   */
  readonly label: string;
  /** Address of the manifest; relative addresses in entries start there. */
  readonly origin?: string | undefined;
  /** When the offline copy of the manifest was stored, if that is used. */
  readonly keptAt?: Date | undefined;
  /**
   * The JSON value of the file of this name, checked against the name. Rejects
   * when it cannot be loaded; who asks looks at its shape.
   */
  json(hash: string, signal?: AbortSignal): Promise<unknown>;
  /** The bytes of a file that is not JSON. */
  bytes(hash: string, signal?: AbortSignal): Promise<Uint8Array>;
}
