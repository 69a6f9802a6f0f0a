// Several files in one.
export interface ZipEntry {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

export type Zip = (
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
) => AsyncGenerator<Uint8Array>;
